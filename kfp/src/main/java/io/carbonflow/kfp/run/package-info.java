/// Runs compiled pipelines on this machine, as Kubeflow would.
package io.carbonflow.kfp.run;
