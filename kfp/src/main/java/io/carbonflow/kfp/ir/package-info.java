/// Kubeflow's intermediate representation of a pipeline, as records.
package io.carbonflow.kfp.ir;
