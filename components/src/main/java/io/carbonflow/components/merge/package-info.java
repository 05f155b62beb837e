/// The step `merge`. Brings both years into one schema.
package io.carbonflow.components.merge;
