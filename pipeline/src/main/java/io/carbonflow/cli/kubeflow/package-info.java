/// The commands below `carbonflow kubeflow`.
package io.carbonflow.cli.kubeflow;
