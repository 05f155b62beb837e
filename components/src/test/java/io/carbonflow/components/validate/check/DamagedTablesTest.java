// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.building.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damages the sample tables as the how-to page says, and finds exactly what the page says: the page
/// is the specification, and shows what is really printed.
class DamagedTablesTest {
  private static final Path PAGE = Path.of("../docs/how-to/read-validation-findings.md");
  private static final String ID = "OSEBuildingID";
  private static final String ENERGY = "SiteEnergyUse(kBtu)";
  private static final String NORMALIZED = "SiteEnergyUseWN(kBtu)";
  private static final String LARGEST_USE = "LargestPropertyUseType";
  private static final String SCORE = "ENERGYSTARScore";
  @TempDir Path folder;

  /// A row of one of the page's tables.
  record Entry(String name, String change, List<String> found) {}

  /// How a damage is looked at: merged, after merging, or alone.
  private record Way(BiFunction<Damaged, Consumer<Sheet>, List<String>> look,
      Consumer<Sheet> damage) {}

  /// What cannot be said as a cell and its value.
  private static final Map<String, Way> OTHER = Map.ofEntries(
      Map.entry("two cells that are not numbers", new Way(Damaged::alone, sheet -> sheet
          .set(row(sheet, "1"), "NumberofFloors", "two")
          .set(row(sheet, "2"), "YearBuilt", "long ago"))),
      Map.entry("a row without an id", new Way(Damaged::alone, sheet ->
          sheet.set(row(sheet, "2"), ID, ""))),
      Map.entry("a row that appears twice", new Way(Damaged::alone, sheet -> again(sheet, "2"))),
      Map.entry("a column that is missing", new Way(Damaged::alone, sheet ->
          sheet.drop("SteamUse(kBtu)"))),
      Map.entry("a column under another name", new Way(Damaged::alone, sheet ->
          sheet.rename(SCORE, "ENERGY STAR Score (1-100)"))),
      Map.entry("a building with one year on either side", new Way(Damaged::afterMerging, sheet ->
          sheet.set(row(sheet, "1"), "in_train", sheet.get(row(sheet, "1"), "in_train")
              .equals("True") ? "False" : "True"))),
      Map.entry("a row on neither side", new Way(Damaged::afterMerging, sheet ->
          sheet.set(row(sheet, "1"), "in_train", ""))),
      Map.entry("a building under a second id", new Way(Damaged::merged, sheet ->
          again(sheet, "1").set(sheet.size() - 1, ID, twin(true)))),
      Map.entry("the same, on the other side of the split", new Way(Damaged::merged, sheet ->
          again(sheet, "1").set(sheet.size() - 1, ID, twin(false)))),
      Map.entry("all electricity in kWh", new Way(Damaged::merged, sheet ->
          IntStream.range(0, sheet.size()).forEach(i ->
              sheet.set(i, "Electricity(kBtu)", sheet.get(i, "Electricity(kWh)"))))),
      Map.entry("no site energy in the whole year", new Way(Damaged::merged, sheet ->
          each(sheet, ENERGY, _ -> ""))),
      Map.entry("no electricity in the whole year", new Way(Damaged::merged, sheet ->
          each(sheet, "Electricity(kBtu)", _ -> ""))),
      Map.entry("no ENERGY STAR score in the whole year", new Way(Damaged::merged, sheet ->
          each(sheet, SCORE, _ -> ""))),
      Map.entry("a score that is the rank of the energy per area", new Way(Damaged::afterMerging,
          DamagedTablesTest::scoreByEnergy)),
      Map.entry("electricity of kWh times 3.412142, and the site energy of kWh times 3.412", new Way(
          Damaged::alone, DamagedTablesTest::roundedTwice)),
      Map.entry("another name for the building type", new Way(Damaged::merged, sheet ->
          each(sheet, "BuildingType", type -> type.replace("NonResidential", "Commercial")))),
      Map.entry("emissions of another year", new Way(Damaged::alone, sheet ->
          IntStream.range(0, sheet.size()).forEach(i -> sheet.set(i, "TotalGHGEmissions", "" + Math.rint(
              number(sheet.get(i, "TotalGHGEmissions")) * (60 + 37 * i % 80)) / 100)))),
      Map.entry("site energy and weather-normalized site energy exchanged", new Way(Damaged::alone, sheet ->
          sheet.rename(ENERGY, "exchanged").rename(NORMALIZED, ENERGY).rename("exchanged", NORMALIZED))),
      Map.entry("largest uses cut after 11 characters", new Way(Damaged::merged, sheet ->
          each(sheet, LARGEST_USE, use -> use.substring(0, Math.min(use.length(), 11)).strip()))),
      Map.entry("EPA's property types", new Way(Damaged::merged, sheet ->
          each(sheet, "PrimaryPropertyType", type -> type.endsWith(" Office") && !type.startsWith("Medical")
              ? "Office" : type.equals("Other") ? "Other - Education" : type))),
      Map.entry("no parking and no area without it", new Way(Damaged::merged, sheet -> {
        each(sheet, "PropertyGFAParking", _ -> "");
        each(sheet, "PropertyGFABuilding(s)", _ -> "");
      })),
      Map.entry("no building that is modeled", new Way(Damaged::alone, sheet ->
          each(sheet, "BuildingType", _ -> "Campus"))));

  private static int row(Sheet sheet, String building) {
    return IntStream.range(0, sheet.size())
        .filter(i -> sheet.get(i, ID).equals(building)).findFirst().orElseThrow();
  }

  private static Sheet again(Sheet sheet, String building) {
    sheet.rows().add(new ArrayList<>(sheet.rows().get(row(sheet, building))));
    return sheet;
  }

  private static void each(Sheet sheet, String column, UnaryOperator<String> change) {
    for (int i = 0; i < sheet.size(); i++) {
      sheet.set(i, column, change.apply(sheet.get(i, column)));
    }
  }

  /// An id of no building, on the same side of the split as building 1 or on the other.
  private static String twin(boolean same) {
    return IntStream.range(900_000, 901_000).mapToObj(String::valueOf)
        .filter(id -> (Split.inTrain(id, 0) == Split.inTrain("1", 0)) == same)
        .findFirst().orElseThrow();
  }

  private static void scoreByEnergy(Sheet sheet) {
    List<Integer> order = IntStream.range(0, sheet.size()).boxed()
        .sorted(Comparator.comparing(i ->
            number(sheet.get(i, ENERGY)) / number(sheet.get(i, "LargestPropertyUseTypeGFA"))))
        .toList();
    for (int rank = 0; rank < order.size(); rank++) {
      sheet.set(order.get(rank), SCORE, "" + (100 - 99 * rank / order.size()));
    }
  }

  /// What 2015 has: two roundings of one number, of buildings that use nothing but electricity.
  private static void roundedTwice(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      double kwh = Math.rint(number(sheet.get(i, ENERGY).replace(",", "")) / 3.412);
      if (kwh > 0 && number(sheet.get(i, "Electricity(kBtu)")) > 0
          && number(sheet.get(i, "NaturalGas(kBtu)")) + number(sheet.get(i, "SteamUse(kBtu)")) == 0) {
        sheet.set(i, "Electricity(kWh)", "" + kwh).set(i, ENERGY, "" + Math.rint(kwh * 3.412))
            .set(i, "Electricity(kBtu)", "" + Math.rint(kwh * 3.412142));
      }
    }
  }

  private static double number(String text) {
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  static List<Entry> entries() throws IOException {
    return Files.readString(PAGE).lines()
        .filter(line -> line.startsWith("| ") && line.contains(": ") && !line.contains("---"))
        .map(line -> line.split(" \\| "))
        .map(cells -> new Entry(cells[0].substring(2), cells[1].replace("`", ""),
            Arrays.asList(cells[2].replaceAll(" \\|$", "").split("<br>"))))
        .toList();
  }

  private static void change(Sheet sheet, String change) {
    String[] parts = change.split(": ", 2);
    int row = row(sheet, parts[0].replace("building ", ""));
    for (String cell : parts[1].split(", ")) {
      String[] sides = (cell + " ").split(" = ", 2);
      sheet.set(row, sides[0], sides[1].strip());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void damageIsFound(Entry entry) {
    Damaged damaged = new Damaged(folder);
    Way way = OTHER.getOrDefault(entry.name(),
        new Way(Damaged::merged, sheet -> change(sheet, entry.change())));
    assertEquals(String.join("\n", entry.found()),
        String.join("\n", way.look().apply(damaged, way.damage())));
  }

  @Test
  void thePageHasEveryDamageAndEveryRule() throws IOException {
    Set<String> names = entries().stream().map(Entry::name).collect(Collectors.toSet());
    assertTrue(names.containsAll(OTHER.keySet()), names::toString);
    Set<String> found = entries().stream().flatMap(entry -> entry.found().stream())
        .map(line -> line.replaceAll("^\\w+ ([a-z0-9-]+):.*", "$1")).collect(Collectors.toSet());
    Set<String> rules = Checks.all().stream().map(Check::id)
        .filter(id -> !id.equals(Checks.HELD_OUT_R2.id())).collect(Collectors.toSet());
    assertEquals(rules, found);
  }
}
