/// The step `monitor`. Compares what the published model does with what it promised.
package io.carbonflow.components.monitor;
