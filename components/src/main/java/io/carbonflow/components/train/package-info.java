/// The steps that search and fit models: `train-*` on one machine; `screen-trials`,
/// `complete-trials` and `gather-trials` on many.
package io.carbonflow.components.train;
