package io.carbonflow.model;

import io.carbonflow.feature.RowKey;

/// The predicted emissions of a building in a year.
///
/// @param key the building and the year
/// @param tonnes emissions in tonnes of CO2 equivalent
public record Prediction(RowKey key, double tonnes) {}
