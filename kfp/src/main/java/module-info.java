// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Kubeflow pipelines in Java: steps, pipelines, compiler, local runner, client, command line.
module io.carbonflow.kfp {
  requires transitive io.carbonflow.base;
  requires transitive info.picocli;
  requires transitive java.net.http;
  requires org.jsoup;
  requires org.snakeyaml.engine;

  exports io.carbonflow.kfp.cli;
  exports io.carbonflow.kfp.client;
  exports io.carbonflow.kfp.client.doctor;
  exports io.carbonflow.kfp.client.transport;
  exports io.carbonflow.kfp.component;
  exports io.carbonflow.kfp.ir;
  exports io.carbonflow.kfp.pipeline;
  exports io.carbonflow.kfp.run;
  exports io.carbonflow.kfp.step;
  exports io.carbonflow.kfp.testing;
  exports io.carbonflow.kfp.whole;
  exports io.carbonflow.kfp.workflow;

  opens io.carbonflow.kfp.client to com.google.gson, io.carbonflow.base;
  opens io.carbonflow.kfp.run to com.google.gson, io.carbonflow.base;

  uses io.carbonflow.kfp.step.Step;
  uses io.carbonflow.kfp.pipeline.Pipeline;
}
