/// The ways to log in to Kubeflow.
package io.carbonflow.kubeflow.login;
