/// The step `prepare`. Fits the transformer and applies it.
package io.carbonflow.components.prepare;
