// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/how-to/add-a-city.md`: its commands, its changes, and what it says that commands tell.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddACityTest {
  private static final Path ROOT = Path.of("..");
  @TempDir static Path folder;

  /// The blocks of a language, in order.
  private static List<String> blocks(String language) throws IOException {
    Matcher found = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$")
        .matcher(Files.readString(ROOT.resolve("docs/how-to/add-a-city.md")));
    return found.results().filter(block -> block.group(1).equals(language)).map(block -> block.group(2)).toList();
  }

  /// Runs a command of the page with its files where they are here.
  private static CarbonflowProgram.Outcome run(String command, String... more) {
    List<String> words = Arrays.stream(command.strip().split(" ")).map(word -> word
        .replace("examples/", ROOT.resolve("examples") + "/").replace("seeburg.yaml", file().toString())).toList();
    assertEquals("./carbonflow", words.getFirst());
    return CarbonflowProgram.run(Stream.concat(words.stream().skip(1), Arrays.stream(more)).toArray());
  }

  private static Path file() {
    return folder.resolve("seeburg.yaml");
  }

  /// Makes a change: lines without a sign stand around it.
  private static String changed(String text, String change) {
    String old = change.lines().filter(line -> !line.startsWith("+")).map(line -> line.substring(1))
        .collect(Collectors.joining("\n", "", "\n"));
    String other = change.lines().filter(line -> !line.startsWith("-")).map(line -> line.substring(1))
        .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(2, text.split(Pattern.quote(old), -1).length, () -> "not there once:\n" + old + "in\n" + text);
    return text.replace(old, other);
  }

  @Test
  @Order(1)
  void theDraftIsChangedAsThePageSays() throws IOException {
    run(blocks("sh").get(0)).ok();
    String draft = Files.readString(file());
    assertTrue(draft.contains(blocks("yaml").getFirst()), draft);
    for (String change : blocks("diff").getFirst().split("\n\n")) {
      draft = changed(draft, change);
    }
    assertEquals("sed -i '/# CHECK/d' seeburg.yaml\n", blocks("sh").get(1));
    Files.writeString(file(),
        draft.lines().filter(line -> !line.contains("# CHECK")).collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  @Order(2)
  void theCheckTellsWhatThePageShows() throws IOException {
    List<String> out = run(blocks("sh").get(2)).ok().out().lines().toList();
    assertEquals(List.of(), blocks("").getFirst().lines().filter(line -> !out.contains(line)).toList(),
        () -> String.join("\n", out));
    assertTrue(out.stream().noneMatch(line -> line.startsWith("Uses without") || line.startsWith("Not read")
        || line.startsWith("Named in") || line.startsWith("Values beyond")), () -> String.join("\n", out));
  }

  @Test
  @Order(3)
  void aModelIsTrained() throws IOException {
    String out = run(blocks("sh").get(3), "--output=" + folder.resolve("run")).ok().out();
    assertTrue(out.contains("50 training rows, 40 held-out rows"), out);
    assertTrue(Files.exists(folder.resolve("run/report.html")));
  }
}
