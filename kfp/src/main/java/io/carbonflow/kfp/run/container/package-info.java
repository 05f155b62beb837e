/// Runs tasks in their container images, with an engine of this machine.
package io.carbonflow.kfp.run.container;
