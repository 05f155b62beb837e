// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.GroupErrors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;

/// Where the best model is off: by property type, size, neighborhood and year.
final class ErrorsSection {
  /// The upper ends of sizes, in square feet.
  /// How many groups are named whose bias is more than chance.
  private static final int MOST_BIASED = 4;
  private static final double[] SIZES = {25_000, 50_000, 100_000, 250_000};
  /// The names of all sizes, the smallest first.
  private static final List<String> SIZE_NAMES =
      IntStream.rangeClosed(0, SIZES.length).mapToObj(ErrorsSection::sizeName).toList();
  /// How many groups a figure shows: those with the most rows. The table has all.
  private static final int SHOWN = 10;
  /// Fewer rows say little.
  private static final int FEW = 10;

  private ErrorsSection() {}

  static Section of(ScoredRows rows) {
    List<GroupErrors> types = rows.by(row -> ScoredRows.named(row, Category.PRIMARY_TYPE));
    List<GroupErrors> sizes = rows.by(row -> size(row.area())).stream()
        .sorted(Comparator.comparingInt(one -> SIZE_NAMES.indexOf(one.group()))).toList();
    List<GroupErrors> neighborhoods = rows.by(row -> ScoredRows.named(row, Category.NEIGHBORHOOD));
    List<GroupErrors> years = rows.by(row -> Integer.toString(row.key().year())).stream()
        .sorted(Comparator.comparing(GroupErrors::group)).toList();
    return new Section("Where its errors are",
        "<p>The mean absolute error (MAE) in tonnes on held-out rows is that of median predictions. Bias is the average"
            + " mean prediction, the one for sums, less the average measured, ± its standard error; one within twice that"
            + " may be chance. So bias may exceed the MAE. A group of fewer than ten rows says little.</p>\n"
            + table("property type", types) + table("floor area", sizes)
            + table("neighborhood", neighborhoods) + table("year", years),
        List.of(figure("errors_by_type", "By property type", types),
            figure("errors_by_size", "By floor area", sizes),
            figure("errors_by_neighborhood", "By neighborhood", neighborhoods),
            figure("errors_by_year", "By year", years)));
  }

  private static String size(double area) {
    return SIZE_NAMES.get((int) Arrays.stream(SIZES).filter(end -> area >= end).count());
  }

  private static String sizeName(int size) {
    return size == 0 ? text("0–%.0fk sq ft", SIZES[0] / 1000)
        : size == SIZES.length ? text("%.0fk+ sq ft", SIZES[size - 1] / 1000)
        : text("%.0f–%.0fk sq ft", SIZES[size - 1] / 1000, SIZES[size] / 1000);
  }

  private static String table(String by, List<GroupErrors> groups) {
    return "<details><summary>By " + by + " (" + groups.size() + ")</summary>\n" + Page.table(
        "<th>" + by + "</th><th>held-out rows</th><th>mean emissions, t</th><th>MAE, t</th>"
            + "<th>bias, t</th>",
        groups.stream().map(e -> text(
            "<tr><td>%s</td><td>%,d</td><td>%,.1f</td><td>%,.1f</td><td>%+,.1f%s</td></tr>\n",
            escaped(e.group()), e.rows(), e.actual(), e.absolute(), e.bias(),
            Double.isFinite(e.biasError()) ? text(" ± %,.1f", e.biasError()) : ""))
            .collect(Collectors.joining())) + "</details>\n";
  }

  private static Figure figure(String name, String title, List<GroupErrors> groups) {
    List<GroupErrors> shown = groups.stream().limit(SHOWN).toList();
    double[] lines = IntStream.range(0, shown.size()).mapToDouble(i -> -i).toArray();
    return new Figure(name, title, Axis.of("t"),
        Axis.counted(shown.stream().map(GroupErrors::group).toList(), shown.stream().map(GroupErrors::rows).toList()))
        .bars("mean absolute error", PlotColor.BLUE,
            shown.stream().mapToDouble(GroupErrors::absolute).toArray())
        .points("mean emissions", PlotColor.ORANGE, shown.stream().mapToDouble(GroupErrors::actual).toArray(),
            lines)
        .points("bias", PlotColor.TEXT, shown.stream().mapToDouble(GroupErrors::bias).toArray(), lines)
        .says(sentence(shown.size(), groups));
  }

  /// The largest errors are those among all groups, shown or not.
  private static String sentence(int shown, List<GroupErrors> groups) {
    String which = shown < groups.size()
        ? text("The %d of %d groups with the most rows. ", shown, groups.size()) : "";
    List<GroupErrors> enough =
        groups.stream().filter(one -> one.rows() >= FEW && one.actual() > 0).toList();
    if (enough.size() < 2) {
      return which + text("No two groups have %d rows and emissions, so none is compared.", FEW);
    }
    GroupErrors most =
        enough.stream().max(Comparator.comparingDouble(GroupErrors::absolute)).orElseThrow();
    GroupErrors share = enough.stream()
        .max(Comparator.comparingDouble(one -> one.absolute() / one.actual())).orElseThrow();
    return which + text("Of all with %d rows or more the largest error is that of %s: %,.0f t where its"
            + " mean is %,.0f t (%,d rows). %s, with %.0f%% of its mean.%s",
        FEW, most.group(), most.absolute(), most.actual(), most.rows(),
        share == most ? "It is also the largest in proportion" : "In proportion it is that of " + share.group(),
        100 * share.absolute() / share.actual(), bias(enough));
  }

  /// Where bias is more than twice its standard error, the clearest first. Of twenty groups one is so by chance.
  private static String bias(List<GroupErrors> enough) {
    List<GroupErrors> biased = enough.stream().filter(GroupErrors::isBiased)
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.bias()) / one.biasError())).toList();
    return biased.isEmpty() ? "" : biased.stream().limit(MOST_BIASED)
        .map(one -> text("%s (%+,.0f ± %,.0f t)", one.group(), one.bias(), one.biasError()))
        .collect(Collectors.joining(", ", " Bias is more than twice its standard error for ",
            biased.size() > MOST_BIASED ? text(" and %d more.", biased.size() - MOST_BIASED) : "."));
  }
}
