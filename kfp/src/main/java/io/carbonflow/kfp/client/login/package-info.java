/// The ways to log in to Kubeflow.
package io.carbonflow.kfp.client.login;
