/// Whole pipelines as programs of their own, to be run in one container.
package io.carbonflow.kfp.whole;
