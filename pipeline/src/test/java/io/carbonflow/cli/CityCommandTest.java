// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityCommandTest {
  private static final Path SEATTLE = Path.of("..", "cities", "seattle.yaml");
  @TempDir Path folder;

  private static CarbonflowProgram.Outcome city(Object... words) {
    return CarbonflowProgram.run(Stream.concat(Stream.of("city"), Stream.of(words)).toArray());
  }

  @Test
  void theSamplesFitTheFileOfSeattle() {
    String out = city("check", SEATTLE, CarbonflowProgram.DATA_2015, CarbonflowProgram.DATA_2016).ok().out();
    assertTrue(out.startsWith("Seattle, by " + SEATTLE + ": 2 tables, "), out);
    assertTrue(out.contains("\nRows by year\n  year  rows"), out);
    assertTrue(out.contains("\nEmission factors"), out);
  }

  @Test
  void theSameIsThereForPrograms() {
    JsonObject facts = JsonParser.parseString(
        city("check", SEATTLE, CarbonflowProgram.DATA_2015, CarbonflowProgram.DATA_2016, "--json").ok().out())
        .getAsJsonObject();
    assertEquals("Seattle", facts.get("city").getAsString());
    assertEquals(2, facts.getAsJsonArray("tables").size());
    assertTrue(facts.get("rows_modeled").getAsInt() > 0
        && facts.get("rows_modeled").getAsInt() < facts.get("rows").getAsInt(), facts.toString());
    assertEquals("[\"OSEBuildingID\"]", facts.getAsJsonObject("columns").get("OSEBuildingID").toString());
    assertEquals(0, facts.getAsJsonArray("columns_needed").size());
  }

  @Test
  void rowsThatCannotBeTrainedOnAreReportedAfterWhatWasFound() {
    CarbonflowProgram.Outcome outcome =
        city("check", Path.of("..", "cities", "chicago.yaml"), CarbonflowProgram.DATA_2016);
    outcome.fails(1, "carbonflow city check", "chicago.yaml, line ", ": no column of the table is OSEBuildingID");
    assertTrue(outcome.out().contains("\nNamed in the file, but in no table\n"), outcome.out());
  }

  @Test
  void aDraftGoesToStandardOutputOrIntoANewFile() throws IOException {
    String shown = city("new", CarbonflowProgram.DATA_2016, "--name=Here").ok().out();
    assertTrue(shown.contains("\nname: Here\n"), shown);
    Path file = folder.resolve("drafts/here.yaml");
    assertEquals("", city("new", CarbonflowProgram.DATA_2016, "--name=Here", "--output=" + file).ok().out());
    assertEquals(shown, Files.readString(file));
    city("check", file, CarbonflowProgram.DATA_2016).ok();
    city("new", CarbonflowProgram.DATA_2016, "--output=" + file).fails(2, "carbonflow city new", "--output: " + file
        + " is there already; name a new file");
    assertEquals(shown, Files.readString(file));
  }

  @Test
  void wrongUseIsReported() throws IOException {
    city().fails(2, "carbonflow city", "name what to do: check, new");
    city("chek").fails(2, "carbonflow city", "there is no command chek; did you mean check?");
    city("check").fails(2, "carbonflow city check", "name the FILE of a city and a TABLE of it");
    city("check", SEATTLE).fails(2, "carbonflow city check", "name the FILE of a city and a TABLE of it");
    city("check", folder.resolve("no.yaml"), CarbonflowProgram.DATA_2016)
        .fails(1, "carbonflow city check", folder.resolve("no.yaml"), "there is no such file");
    Path none = Files.writeString(folder.resolve("none.yaml"), "name: Here\nrow: 1\n");
    city("check", none, CarbonflowProgram.DATA_2016).fails(1, "carbonflow city check", none + ", line ");
    city("new").fails(2, "carbonflow city new", "name the TABLE to draft the file from");
    city("new", CarbonflowProgram.DATA_2015.getParent())
        .fails(2, "carbonflow city new", "has 2 tables in it; name one");
    city("new", folder.resolve("no.csv")).fails(1, "carbonflow city new", folder.resolve("no.csv"));
    city("check", SEATTLE, folder.resolve("no.csv")).fails(1, "carbonflow city check", folder.resolve("no.csv"));
  }

  @Test
  void aCityThatComesAlongIsFoundByItsName() throws Exception {
    CityCommand command = new CityCommand(Path.of(".."));
    assertEquals(Path.of("..", "cities", "seattle.yaml"), command.file("seattle"));
    assertEquals(Path.of("./seattle"), command.file("./seattle"));
    String message = assertThrows(Problem.class,
        () -> command.file("atlantis")).getMessage();
    assertEquals("atlantis: is not a city that carbonflow knows; use one of chicago, seattle, or name a file", message);
  }
}
