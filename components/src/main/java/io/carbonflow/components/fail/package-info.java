/// The step `fail`. Ends a run whose verdict says so.
package io.carbonflow.components.fail;
