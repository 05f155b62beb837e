// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.city.Target;

/// A draft as a file of YAML.
///
/// @param missing words that stand for no value
/// @param name what the city is called; where it is not given, it is guessed
record DraftText(Sample sample, Matches matches, Kinds kinds, List<String> missing, Optional<String> name) {
  /// As many kinds of buildings are shown with their rows.
  private static final int MOST_KINDS = 40;
  /// The part of the degrees at each end that may be wrong, and how much room is left beside the others.
  private static final double STRAY = 0.005;
  private static final double MARGIN = 0.01;
  private static final double NEARLY_ALL = 0.9;

  /// The file.
  ///
  /// @param unread columns of the table that nothing reads
  String yaml(List<String> unread) {
    List<String> lines = new ArrayList<>(List.of(
        "# A draft, made by ./carbonflow city new from " + sample.words() + " of " + fileName() + ".",
        "# What is doubtful is marked with CHECK: look at the table, correct the line, and take the mark away."));
    lines.addAll(city());
    lines.addAll(rows());
    lines.addAll(new DraftColumns(sample, matches).lines());
    if (!missing.isEmpty()) {
      lines.add("");
      lines.add("# Words that columns of numbers have where there is none.");
      lines.add("missing: " + YamlText.of(missing));
    }
    lines.addAll(fuels());
    lines.addAll(place());
    if (!unread.isEmpty()) {
      lines.add("");
      lines.add("# Nothing reads these columns. Those named here are not reported:");
      lines.addAll(YamlText.comment("# not read: ", unread));
    }
    lines.add("");
    lines.add("# A file can say more: limits, forms of ZIP codes, names that are known; see cities/seattle.yaml.");
    lines.add("# Then see what it makes of the whole table: ./carbonflow city check THIS_FILE " + fileName());
    return String.join("\n", lines) + "\n";
  }

  private String fileName() {
    return Printable.of(sample.table().source()).replaceAll(".*/", "");
  }

  private List<String> city() {
    Optional<String> only = Optional.ofNullable(matches.found().get(Column.CITY)).filter(one ->
        !one.words().isEmpty() && one.words().firstEntry().getValue() >= NEARLY_ALL * one.filled())
        .map(one -> one.words().firstEntry().getKey());
    return name.map(given -> List.of("name: " + YamlText.of(given))).orElseGet(() ->
        List.of("# CHECK: the name " + only.map(_ -> "is that of most rows").orElse("is that of the file"),
            "name: " + YamlText.of(capitalized(only.orElse(fileName().replaceAll("\\..*", ""))))));
  }

  /// Tables have cities in capitals, and files are named in small letters.
  private static String capitalized(String name) {
    return Pattern.compile("(?U)\\b(\\p{L})(\\p{L}*)").matcher(name).replaceAll(word ->
        word.group(1).toUpperCase(Locale.ROOT) + word.group(2).toLowerCase(Locale.ROOT));
  }

  private List<String> rows() {
    List<String> lines = new ArrayList<>(List.of("", "rows:"));
    if (!kinds.counts().isEmpty()) {
      lines.add("  # What " + kinds.column().title() + " has, with the rows that were looked at:");
      kinds.counts().entrySet().stream().limit(MOST_KINDS).forEach(kind -> lines.add(String.format(Locale.ROOT,
          "  # %,7d %s", kind.getValue(), YamlText.shortened(kind.getKey()))));
    }
    if (kinds.counts().size() > MOST_KINDS) {
      lines.add("  # and " + (kinds.counts().size() - MOST_KINDS) + " more");
    }
    lines.add("  # CHECK: homes are left out, as models are of other buildings; "
        + (kinds.counts().isEmpty() ? "no column was found that names the kind of building"
            : kinds.isByPrefix() ? "those are not homes that begin with " + Kinds.PREFIX
            : "which are homes was guessed from the names"));
    if (!kinds.doubtful().isEmpty() && !kinds.isByPrefix()) {
      lines.addAll(YamlText.comment("  # CHECK: these may be, and are modeled: ", kinds.doubtful()));
    }
    lines.add("  modelled:");
    lines.add("    column: " + kinds.column().title());
    if (kinds.isByPrefix()) {
      lines.add("    begins with: " + Kinds.PREFIX);
    } else if (kinds.homes().isEmpty()) {
      lines.add("    not: [Multifamily Housing]");
    } else {
      lines.add("    not:");
      kinds.homes().forEach(home -> lines.add("      - " + YamlText.of(home)));
    }
    return lines;
  }

  private List<String> fuels() {
    List<String> lines = new ArrayList<>();
    if (!matches.found().containsKey(Column.EMISSIONS)) {
      lines.addAll(List.of("", "# CHECK: no column was found that holds the emissions, so site energy is predicted.",
          "target: " + Target.SITE_ENERGY.word()));
    }
    List<Fuel> fuels =
        Arrays.stream(Fuel.values()).filter(fuel -> matches.found().containsKey(fuel.column())).toList();
    if (!fuels.isEmpty()) {
      lines.addAll(List.of("", "# Emission factors are estimated from the rows. Known ones may stand here, in t/kBtu.",
          "fuels:"));
      fuels.forEach(fuel -> lines.add("  " + fuel.title() + ": estimate"));
    }
    return lines;
  }

  private List<String> place() {
    ColumnProfile latitude = matches.found().get(Column.LATITUDE);
    ColumnProfile longitude = matches.found().get(Column.LONGITUDE);
    return latitude == null || longitude == null ? List.of() : List.of("",
        "# CHECK: nearly all rows lie here, with a margin; better are the city's own limits.", "place:",
        "  latitude: " + degrees(latitude), "  longitude: " + degrees(longitude),
        "  source: " + YamlText.of("the rows of " + fileName()));
  }

  /// From the least to the greatest, without what is far from nearly all others.
  private static String degrees(ColumnProfile column) {
    double from = column.quantile(STRAY);
    double to = column.quantile(1 - STRAY);
    DoubleSummaryStatistics near = Arrays.stream(column.numbers())
        .filter(one -> one >= from - (to - from) && one <= to + (to - from)).summaryStatistics();
    return String.format(Locale.ROOT, "[%.2f, %.2f]", Math.floor(100 * (near.getMin() - MARGIN)) / 100,
        Math.ceil(100 * (near.getMax() + MARGIN)) / 100);
  }
}
