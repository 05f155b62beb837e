/// Learning: estimators and how they are tuned. Start at [Search]; an algorithm is an [Estimator]
/// in a package of its own.
package io.carbonflow.learn;
