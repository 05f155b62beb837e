/// A server that behaves as Kubeflow Pipelines 2.17 does, for tests.
package io.carbonflow.kfp.client.server;
