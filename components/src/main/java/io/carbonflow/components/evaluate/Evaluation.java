package io.carbonflow.components.evaluate;

import io.carbonflow.components.score.TypeErrors;
import io.carbonflow.feature.FeatureSet;
import java.util.Comparator;
import java.util.List;

/// The comparison of all models on buildings that none of them saw.
///
/// @param features what was known of the buildings
/// @param seed the run's seed
/// @param trainRows how many rows the models were fitted to
/// @param testRows how many rows they are scored on
/// @param actual the measured emissions of the held-out rows on the Box-Cox scale
/// @param types the errors of the best model by property type
/// @param contenders the models in the order of the pipeline, then the ensemble
public record Evaluation(
    FeatureSet features,
    long seed,
    int trainRows,
    int testRows,
    double[] actual,
    List<TypeErrors> types,
    List<Contender> contenders) {

  /// Copies the list.
  public Evaluation {
    types = List.copyOf(types);
    contenders = List.copyOf(contenders);
  }

  /// The best by cross-validated R²; the earlier one of equals. The held-out rows have no say.
  public Contender best() {
    return best(contenders);
  }

  static Contender best(List<Contender> contenders) {
    return contenders.stream()
        .max(Comparator.comparingDouble(Contender::cvR2)
            .thenComparing(c -> -contenders.indexOf(c)))
        .orElseThrow();
  }

  /// The best of the models by themselves, without the ensemble.
  public Contender bestSingle() {
    return best(contenders.stream().filter(c -> c.trials().length > 0).toList());
  }
}
