/// The steps that search and fit models: `train-NAME` of each estimator on one machine; `screen-trials`,
/// `gather-screenings`, `complete-trials` and `gather-trials` on many.
package io.carbonflow.components.train;
