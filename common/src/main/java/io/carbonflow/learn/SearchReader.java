// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.json.StrictJson;

/// Makes the parts of a search from JSON. See [SearchWriter] for the other way.
final class SearchReader {
  private SearchReader() {}

  static SearchPlan plan(StrictJson json) {
    json.only("estimator", "features", "sampling", "trials", "folds", "seed", "halving");
    if (json.field("trials").integer() < 1) {
      throw json.field("trials").wrong("is less than 1");
    }
    return new SearchPlan(
        json.field("estimator").text(),
        json.field("features").text(),
        constant(json.field("sampling"), Sampling.values()),
        json.field("trials").integer(),
        json.field("folds").integer(),
        json.field("seed").whole(),
        json.field("halving").truth());
  }

  static List<Trial> trials(StrictJson json) {
    return json.field("trials").items().stream().map(SearchReader::trial).toList();
  }

  private static Trial trial(StrictJson json) {
    json.only("number", "state", "failure", "hyperparameters", "fold_r2");
    return json.made(() -> new Trial(
        json.field("number").integer(),
        constant(json.field("state"), Trial.State.values()),
        json.field("failure").text(),
        hyperparameters(json.field("hyperparameters")),
        json.field("fold_r2").items().stream().map(SearchReader::number).toList()));
  }

  static FullCrossValidation.Finalist finalist(StrictJson json) {
    json.only("trial", "out_of_fold");
    return json.made(() ->
        new FullCrossValidation.Finalist(trial(json.field("trial")), numbers(json.field("out_of_fold"))));
  }

  static Hyperparameters hyperparameters(StrictJson json) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : json.names()) {
      StrictJson value = json.field(name);
      values.put(name, value.isNumber() ? wholeOrNot(value) : value.text());
    }
    return new Hyperparameters(values);
  }

  /// A [Long] was written without a point or an exponent, a [Double] always has one of them.
  private static Object wholeOrNot(StrictJson json) {
    if (json.digits().matches("-?[0-9]+")) {
      return json.whole();
    }
    return number(json);
  }

  static double[] numbers(StrictJson json) {
    return json.items().stream().mapToDouble(SearchReader::number).toArray();
  }

  /// What is not finite was written as a text.
  private static double number(StrictJson json) {
    return json.as("a number", element -> {
      double number = Double.parseDouble(element.getAsString());
      if (json.isNumber() == Double.isFinite(number)) {
        return number;
      }
      throw new NumberFormatException();
    });
  }

  private static <E extends Enum<E>> E constant(StrictJson json, E[] constants) {
    String name = json.text();
    return Arrays.stream(constants)
        .filter(constant -> Id.of(constant).equals(name))
        .findFirst()
        .orElseThrow(() -> json.wrong(
            "is not one of " + Arrays.stream(constants).map(Id::of).toList() + ": " + name));
  }
}
