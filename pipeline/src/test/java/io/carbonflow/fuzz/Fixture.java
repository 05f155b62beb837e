// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.cli.kubeflow.Client;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// What the cases damage: small tables, a bundle, compiled pipelines, and all files of a training with its store.
///
/// @param folder where it is
/// @param checkout the checkout
/// @param kubeflow a server with a pipeline and a run
/// @param run the run's id
/// @param proxy stands before that server
/// @param s3 a server with the tables and the published model in the bucket `city`
/// @param s3Proxy stands before that one
record Fixture(Path folder, Path checkout, KubeflowServer kubeflow, String run, DamagingProxy proxy,
    S3Server s3, DamagingProxy s3Proxy) implements AutoCloseable {
  private static final int ROWS = 25;

  static Fixture make(Path temporary) throws Exception {
    Path checkout = Path.of(System.getProperty("fuzz.checkout", "..")).toAbsolutePath().normalize();
    KubeflowServer kubeflow = KubeflowServer.start(Gate.open());
    Client client = Client.of(kubeflow);
    client.run("upload", "training-compact").ok();
    client.run("run", "training-compact", "--param=data_2015=a.csv", "--param=data_2016=b.csv").ok();
    S3Server.useCredentials();
    S3Server s3 = S3Server.inMemory().bucket("city");
    Fixture fixture = new Fixture(Files.createDirectories(temporary.resolve("fixture")), checkout, kubeflow,
        kubeflow.lastRun().get("run_id").getAsString(), DamagingProxy.before(kubeflow.url()), s3,
        DamagingProxy.before(s3.endpoint()));
    Path table2015 = checkout.resolve("data-samples/2015-building-energy-benchmarking.csv");
    Path table2016 = checkout.resolve("data-samples/2016-building-energy-benchmarking.csv");
    fixture.head(table2015, "2015.csv");
    fixture.head(table2016, "2016.csv");
    Files.copy(checkout.resolve("model/src/test/resources/io/carbonflow/model/bundle/bundle-4.carbonflow"),
        fixture.file("bundle.carbonflow"));
    CarbonflowProgram.run("run", "training", "--data-2015=" + table2015, "--data-2016=" + table2016,
        "--iterations=1", "--folds=2", "--threads=1", "--gate=floor=0,margin=-1",
        "--output=" + fixture.file("run"), "--store=" + fixture.file("store")).ok();
    CarbonflowProgram.run("merge", "--data-2015=" + fixture.file("2015.csv"),
        "--data-2016=" + fixture.file("2016.csv"), "--merged-table=" + fixture.file("merged.csv"),
        "--sources=" + fixture.file("sources.json")).ok();
    try (Store store = Store.open(StoreUri.parse("s3://city"),
        StoreOptions.of(Map.of("AWS_ENDPOINT_URL_S3", s3.endpoint(), "AWS_REGION", "us-east-1")))) {
      for (String name : List.of("2015.csv", "2016.csv")) {
        store.write(name, fixture.file(name));
      }
      store.write("models/current.json", fixture.file("store/models/current.json"));
    }
    return fixture;
  }

  private void head(Path table, String name) throws IOException {
    try (Stream<String> lines = Files.lines(table)) {
      Files.write(file(name), lines.limit(ROWS).toList());
    }
  }

  /// A file of it.
  Path file(String name) {
    return folder.resolve(name);
  }

  /// A file that a task of the training has written.
  Path output(String name) throws IOException {
    try (Stream<Path> files = Files.walk(file("run/steps"))) {
      return files.filter(file -> file.endsWith(name)).findFirst()
          .orElseThrow(() -> new IOException("no task has written " + name));
    }
  }

  @Override
  public void close() {
    proxy.close();
    kubeflow.close();
    s3Proxy.close();
    s3.close();
  }
}
