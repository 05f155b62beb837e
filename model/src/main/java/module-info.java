// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What a service needs to predict: fitted models as data, transforms, intervals, explanations.
module io.carbonflow.model {
  requires transitive io.carbonflow.base;

  exports io.carbonflow.model.building;
  exports io.carbonflow.model.bundle;
  exports io.carbonflow.model.city;
  exports io.carbonflow.model.explain;
  exports io.carbonflow.model.factor;
  exports io.carbonflow.model.feature;
  exports io.carbonflow.model.interval;
  exports io.carbonflow.model.regressor;
  exports io.carbonflow.model.total;
  exports io.carbonflow.model.transform;

  opens io.carbonflow.model.building to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.model.bundle to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.model.factor to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.model.interval to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.model.total to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.model.transform to com.google.gson, io.carbonflow.base;
}
