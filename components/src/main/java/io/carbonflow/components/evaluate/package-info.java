/// The step `evaluate`. Scores the models on held-out buildings.
package io.carbonflow.components.evaluate;
