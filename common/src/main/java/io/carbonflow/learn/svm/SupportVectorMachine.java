package io.carbonflow.learn.svm;

import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Space;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;
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
  public String title() {
    return "SVM";
  }

  @Override
  public boolean accepts(Regressor model) {
    return model instanceof SupportVectors;
  }

  /// The ranges are those in which the best choices lay on the rows of Seattle's buildings, with
  /// standardized features; each kernel has its own.
  @Override
  public Space space() {
    return Space.of(
        new Space.Choice(
            "kernel", List.of("rbf", "poly", "sigmoid", "linear"), List.of(0.6, 0.15, 0.15, 0.1)),
        new Space.Real("epsilon", 0.03, 0.8, true, 4),
        only("rbf", new Space.Real("C", 0.3, 20, true, 5)),
        only("rbf", new Space.Real("gamma", 5e-4, 1e-2, true, 4)),
        only("poly", new Space.Real("C", 0.03, 3, true, 3)),
        only("poly", new Space.Real("gamma", 1e-3, 1e-2, true, 3)),
        only("poly", new Space.Real("coef0", 0.5, 2, false, 2)),
        only("poly", new Space.Whole("degree", 2, 3, false, 2)),
        only("sigmoid", new Space.Real("C", 0.5, 50, true, 3)),
        only("sigmoid", new Space.Real("gamma", 1e-4, 3e-3, true, 3)),
        only("sigmoid", new Space.Real("coef0", -1, 0, false, 2)),
        only("linear", new Space.Real("C", 1e-3, 0.3, true, 4)));
  }

  private static Space.Dimension only(String kernel, Space.Dimension dimension) {
    return new Space.OnlyIf("kernel", List.of(kernel), dimension);
  }

  @Override
  public Fitting prepare(Matrix train) {
    Estimator.requireFinite(train);
    return new SupportVectorFitting(train, new GramMatrix(train.values()));
  }
}
