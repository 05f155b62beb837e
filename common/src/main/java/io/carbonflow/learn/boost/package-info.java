/// Gradient boosted trees.
package io.carbonflow.learn.boost;
