package io.carbonflow.model.bundle;

import module java.base;

/// One fitted estimator of a bundle.
///
/// @param estimator its name, `svm`
/// @param hyperparameters its hyperparameters: strings, whole numbers and numbers
public record Member(String estimator, Map<String, Object> hyperparameters) {

  /// Copies the map.
  public Member {
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
  }
}
