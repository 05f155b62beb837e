// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.Bootstrap;
import io.carbonflow.components.score.Bootstrap.Interval;
import io.carbonflow.components.score.DrawnScores;
import io.carbonflow.components.score.GroupErrors;

/// The new model and the published one in two columns, by the same rows.
///
/// @param both what both predict
/// @param published the version of the published one
record SideBySide(Comparison both, String published) {
  private static final double LEVEL = io.carbonflow.model.interval.Interval.LEVEL;

  /// What is compared.
  ///
  /// @param name what it is
  /// @param format how it is written
  /// @param better the higher, the better it is
  /// @param score what it is of each model
  private record Measure(String name, String format, DoubleUnaryOperator better,
      ToDoubleBiFunction<DrawnScores, int[]> score) {}

  /// The scores.
  Section scores(double margin) {
    Bootstrap draws = Bootstrap.of(both.challenger());
    DrawnScores challenger = new DrawnScores(both.challenger());
    DrawnScores champion = new DrawnScores(both.champion());
    String rows = measures().map(measure -> row(measure, draws, challenger, champion)).collect(Collectors.joining());
    return new Section("Side by side", text("<p>Both predict the same %,d rows of %,d buildings, which neither was"
        + " trained on. The better score of each line is marked.</p>\n", both.challenger().rows().size(), both.buildings())
        + Page.table("<th>score</th><th>new model</th><th>published: %s</th><th>difference</th>".formatted(
            Page.escaped(published)) + "<th>90% interval of it, over buildings</th><th class=\"text\">better</th>", rows)
        + text("<p>What decides is R² on the Box-Cox scale: the new model has to be ahead by more than the margin of"
            + " %.4f. It is %s by %.4f, with a standard error of %.4f over buildings.</p>\n", margin,
            both.difference() < 0 ? "behind" : "ahead", Math.abs(both.difference()), both.standardError())
        + "<p>The best of many models is ahead partly because these buildings suit it, which others will not."
        + " What is promised is without that part of its lead.</p>\n");
  }

  private Stream<Measure> measures() {
    Stream<Measure> always = Stream.of(
        new Measure("R², Box-Cox scale", "%.3f", value -> value, DrawnScores::r2),
        new Measure("R², tonnes", "%.3f", value -> value, DrawnScores::r2InTonnes),
        new Measure("mean absolute error, t", "%.1f", value -> -value, DrawnScores::mae));
    boolean haveMeans = Stream.of(both.challenger(), both.champion()).allMatch(of -> of.means().isPresent());
    boolean haveIntervals = Stream.of(both.challenger(), both.champion()).allMatch(of -> of.coverage().isPresent());
    return Stream.of(always,
        haveMeans ? Stream.of(new Measure("total predicted ÷ measured", "%.3f", value -> -Math.abs(value - 1),
            DrawnScores::total)) : Stream.<Measure>of(),
        haveIntervals ? Stream.of(new Measure("share within the 90% prediction interval", "%.3f",
            value -> -Math.abs(value - LEVEL), DrawnScores::covered)) : Stream.<Measure>of())
        .flatMap(some -> some);
  }

  private String row(Measure measure, Bootstrap draws, DrawnScores challenger, DrawnScores champion) {
    int[] all = IntStream.range(0, both.challenger().rows().size()).toArray();
    double ours = measure.score().applyAsDouble(challenger, all);
    double theirs = measure.score().applyAsDouble(champion, all);
    Optional<Interval> about = draws.of(rows ->
        measure.score().applyAsDouble(challenger, rows) - measure.score().applyAsDouble(champion, rows));
    int better = Double.compare(measure.better().applyAsDouble(ours), measure.better().applyAsDouble(theirs));
    boolean isChance = about.isEmpty() || about.get().lower() <= 0 && about.get().upper() >= 0;
    String signed = measure.format().replace("%", "%+");
    return "<tr><td>" + measure.name() + "</td>" + cell(text(measure.format(), ours), better > 0)
        + cell(text(measure.format(), theirs), better < 0) + "<td>" + text(signed, ours - theirs) + "</td><td>"
        + about.map(one -> text(signed + " to " + signed, one.lower(), one.upper())).orElse("")
        + "</td><td class=\"text\">" + (better == 0 ? "neither"
            : (better > 0 ? "new" : "published") + (isChance ? ", maybe by chance" : "")) + "</td></tr>\n";
  }

  private static String cell(String text, boolean isBetter) {
    return isBetter ? "<td><strong>" + text + "</strong></td>" : "<td>" + text + "</td>";
  }

  /// The errors by property type.
  Section types() {
    Map<String, GroupErrors> champion = both.champion().types().stream()
        .collect(Collectors.toMap(GroupErrors::group, Function.identity()));
    String rows = both.challenger().types().stream().map(ours -> {
      double theirs = champion.get(ours.group()).absolute();
      return text("<tr><td>%s</td><td>%,d</td>", Page.escaped(ours.group()), ours.rows())
          + cell(text("%,.1f", ours.absolute()), ours.absolute() < theirs)
          + cell(text("%,.1f", theirs), theirs < ours.absolute())
          + text("<td>%+,.1f</td></tr>\n", ours.absolute() - theirs);
    }).collect(Collectors.joining());
    return new Section("Mean absolute error by property type", "<p>The smaller error is marked. That of a type of few"
        + " rows says little.</p>\n" + Page.table("<th>property type</th><th>rows</th><th>new, t</th>"
            + "<th>published, t</th><th>difference, t</th>", rows));
  }
}
