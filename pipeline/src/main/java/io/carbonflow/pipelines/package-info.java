/// The pipelines.
package io.carbonflow.pipelines;
