/// The step `train-best`. Fits the chosen model and saves the bundle.
package io.carbonflow.components.trainbest;
