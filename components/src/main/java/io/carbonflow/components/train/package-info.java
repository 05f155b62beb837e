/// The steps `train-*`. Searches and fits the models.
package io.carbonflow.components.train;
