/// The step `clean`. Drops rows that nothing can be learned from.
package io.carbonflow.components.clean;
