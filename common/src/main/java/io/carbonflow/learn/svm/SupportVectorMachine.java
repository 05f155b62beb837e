package io.carbonflow.learn.svm;

import io.carbonflow.feature.Matrix;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Space;
import java.util.List;

/// Epsilon support vector regression with the kernels and the hyperparameters of libsvm.
///
/// | hyperparameter | meaning |
/// | --- | --- |
/// | `kernel` | `linear`, `rbf`, `poly`, `sigmoid` |
/// | `C` | the weight of errors against smoothness, positive |
/// | `epsilon` | half the width of the tube without loss, not negative |
/// | `gamma` | of all kernels but `linear` |
/// | `coef0` | of `poly` and `sigmoid` |
/// | `degree` | of `poly` |
/// | `tolerance` | how much the optimality conditions may be violated; 0.001 where it is absent |
public final class SupportVectorMachine implements Estimator {

  @Override
  public String name() {
    return "svm";
  }

  @Override
  public Space space() {
    return Space.of(
        new Space.Choice(
            "kernel", List.of("rbf", "linear", "poly", "sigmoid"), List.of(7.0, 1.0, 1.0, 1.0)),
        new Space.Real("C", 0.3, 30, true, 5),
        new Space.Real("epsilon", 0.02, 0.4, true, 3),
        new Space.OnlyIf("kernel", List.of("rbf", "poly", "sigmoid"),
            new Space.Real("gamma", 3e-4, 3e-2, true, 5)),
        new Space.OnlyIf("kernel", List.of("poly", "sigmoid"),
            new Space.Real("coef0", 0, 2, false, 3)),
        new Space.OnlyIf("kernel", List.of("poly"), new Space.Whole("degree", 2, 3, false, 2)));
  }

  @Override
  public Fitting on(Matrix train) {
    Estimator.requireFinite(train);
    return new SupportVectorFitting(train, new Products(train.values()));
  }
}
