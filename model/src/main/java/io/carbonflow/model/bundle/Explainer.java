// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.explain.Attribution;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.explain.Shapley;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Encoding;
import io.carbonflow.model.transform.Standardized;
import io.carbonflow.model.transform.Transformer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Explains predictions by the features that people know. The columns of one feature become known
/// together, so no building is looked at that stands in two neighborhoods.
///
/// A prediction is the model's label and the row's offset, the logarithm of its floor area and,
/// with meters, of its emission factor. What these lie above or below their means over the training
/// rows is what the floor area and the fuels add besides. Fuels count by the reference's factors; what those
/// of the row's year do beside these is the year's.
final class Explainer {
  private final Bundle bundle;
  private final List<FeatureGroup> features;
  private final Shapley game;
  private final double meanArea;
  private final double meanFactor;

  Explainer(Bundle bundle) {
    this.bundle = bundle;
    Transformer transformer = bundle.transformer();
    Set<FeatureGroup> known = EnumSet.of(FeatureGroup.FLOOR_AREA);
    boolean metered = transformer.features() == FeatureSet.METERED;
    if (metered) {
      known.add(FeatureGroup.FUELS);
    }
    if (!transformer.factors().areAll(transformer.reference())) {
      known.add(FeatureGroup.YEAR);
    }
    transformer.columns().forEach(column -> known.add(column.encoding().source()));
    features = List.copyOf(known);
    game = new Shapley(
        transformer.columns().stream()
            .mapToInt(column -> features.indexOf(column.encoding().source())).toArray(),
        features.size(), bundle.trainingRows().sample());
    meanArea = mean(transformer, Feature.LOG_AREA);
    meanFactor = metered ? mean(transformer, Feature.LOG_FACTOR) : 0;
  }

  private static double mean(Transformer transformer, Feature feature) {
    return transformer.columns().stream()
        .filter(column -> column.encoding().equals(new Encoding.Value(feature)))
        .mapToDouble(Standardized::mean).findFirst().orElse(0);
  }

  boolean suffices() {
    return game.suffices(bundle.regressor());
  }

  List<Explanation> explain(List<ModelRow> rows) {
    Matrix matrix = bundle.transformer().apply(rows);
    double[] labels = bundle.regressor().predict(matrix.values());
    List<Attribution> attributions = game.of(bundle.regressor(), matrix.values());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> explanation(
            rows.get(i), attributions.get(i), labels[i], matrix.offset()[i]))
        .toList();
  }

  private Explanation explanation(
      ModelRow row, Attribution attribution, double label, double offset) {
    double area = Math.log(row.area());
    double year = bundle.transformer().yearPart(row);
    return new Explanation(
        row.key(),
        attribution.base() + meanArea + meanFactor,
        label + offset,
        IntStream.range(0, features.size()).mapToObj(f -> {
          FeatureGroup feature = features.get(f);
          double besides = switch (feature) {
            case FLOOR_AREA -> area - meanArea;
            case FUELS -> offset - year - area - meanFactor;
            case YEAR -> year;
            default -> 0;
          };
          return new Contribution(feature, feature.value(row),
              attribution.amounts()[f] + besides, attribution.errors()[f]);
        }).toList());
  }
}
