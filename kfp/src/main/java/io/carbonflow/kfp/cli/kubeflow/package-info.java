/// The commands below `kubeflow` of a project's program.
package io.carbonflow.kfp.cli.kubeflow;
