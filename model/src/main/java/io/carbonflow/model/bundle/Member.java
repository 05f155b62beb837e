// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One fitted estimator of a bundle.
///
/// @param estimator its name, `svm`
/// @param hyperparameters its hyperparameters: strings, whole numbers and numbers
public record Member(String estimator, Map<String, Object> hyperparameters) {

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if a hyperparameter is something else
  public Member {
    hyperparameters.forEach((name, value) -> {
      if (!(value instanceof String || value instanceof Number)) {
        throw new IllegalArgumentException(
            "hyperparameter " + name + " is neither a text nor a number");
      }
    });
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
  }
}
