/// Looks whether everything is there that a pipeline needs on Kubeflow.
package io.carbonflow.kfp.client.doctor;
