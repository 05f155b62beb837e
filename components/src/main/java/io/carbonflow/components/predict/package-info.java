/// The step `predict`. Predicts the rows of a table.
package io.carbonflow.components.predict;
