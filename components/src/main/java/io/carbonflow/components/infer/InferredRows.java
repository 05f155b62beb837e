// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.transform.Outside;

/// The rows that somebody looks at one by one: the largest, and those that lie outside of what the
/// model was trained on.
final class InferredRows {
  private static final int LARGEST = 20;
  private static final int FLAGGED = 50;

  private InferredRows() {}

  static String of(Answers answers) {
    return largest(answers) + flagged(answers);
  }

  private static List<Integer> byTonnes(Answers answers, Predicate<Prediction> wanted) {
    List<Prediction> all = answers.predictions().predicted();
    return IntStream.range(0, all.size()).filter(i -> wanted.test(all.get(i))).boxed()
        .sorted(Comparator.comparingDouble(i -> -all.get(i).tonnes())).toList();
  }

  private static String largest(Answers answers) {
    return "<h2>The largest</h2>\n" + Page.table("<th>building</th><th>year</th><th class=\"text\">property type</th>"
        + "<th class=\"text\">neighborhood</th><th>median, t</th><th>from, t</th><th>to, t</th><th>mean, t</th>",
        byTonnes(answers, _ -> true).stream().limit(LARGEST).map(i -> {
          Prediction of = answers.predictions().predicted().get(i);
          return start(answers.rows().get(i)) + text("<td>%,.1f</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
              of.tonnes(), of.interval().map(about -> text("%,.1f", about.lower())).orElse(""),
              of.interval().map(about -> text("%,.1f", about.upper())).orElse(""),
              of.mean().isPresent() ? text("%,.1f", of.mean().getAsDouble()) : "");
        }).collect(Collectors.joining()));
  }

  private static String start(ModelRow row) {
    return text("<tr><td>%s</td><td>%d</td><td class=\"text\">%s</td><td class=\"text\">%s</td>", escaped(row.key().building()),
        row.key().year(), escaped(row.category(Category.PRIMARY_TYPE)),
        escaped(row.category(Category.NEIGHBORHOOD)));
  }

  private static String flagged(Answers answers) {
    List<Integer> places = byTonnes(answers, one -> !one.outside().isEmpty());
    if (places.isEmpty()) {
      return "<h2>Outside of the training data</h2>\n<p>No row.</p>\n";
    }
    return text("<h2>Outside of the training data</h2>\n<p>%s, by %s. Nobody knows how often"
        + " intervals of such rows are right.</p>\n<details><summary>The %,d with the largest predictions"
        + "</summary>\n", Counted.of(places.size(), "row"), answers.predictions().outside().entrySet().stream()
            .map(reason -> text("%s (%,d)", escaped(reason.getKey()), reason.getValue()))
            .collect(Collectors.joining(", ")), Math.min(FLAGGED, places.size()))
        + Page.words("<th>building</th><th>year</th><th>property type</th><th>neighborhood</th>"
            + "<th>median, t</th><th>why</th>", places.stream().limit(FLAGGED).map(i -> {
              Prediction of = answers.predictions().predicted().get(i);
              return start(answers.rows().get(i)) + text("<td>%,.1f</td><td>%s</td></tr>\n", of.tonnes(),
                  escaped(of.outside().stream().map(Outside::text).collect(Collectors.joining("; "))));
            }).collect(Collectors.joining())) + "</details>\n";
  }
}
