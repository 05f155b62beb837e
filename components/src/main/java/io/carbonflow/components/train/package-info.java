/// The steps that search and fit models: `train-*` on one machine; `screen-trials`,
/// `gather-screenings`, `complete-trials` and `gather-trials` on many.
package io.carbonflow.components.train;
