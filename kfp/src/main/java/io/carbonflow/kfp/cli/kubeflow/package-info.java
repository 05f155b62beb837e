/// The commands below `carbonflow kubeflow`.
package io.carbonflow.kfp.cli.kubeflow;
