// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a training would fail for in the end fails it before its first task.
class RunPreflightTest {
  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void aRun() {
    run = folder.resolve("run");
  }

  private CarbonflowProgram.Outcome training(String pipeline, Object... more) {
    List<Object> args = new ArrayList<>(List.of("run", pipeline, "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--iterations=2", "--folds=2", "--output=" + run));
    args.addAll(List.of(more));
    return CarbonflowProgram.run(args.toArray());
  }

  private void nothingRan() {
    assertFalse(Files.exists(run.resolve("steps")));
  }

  @Test
  void aStoreThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    training("training", "--store=" + file.resolve("store")).fails(1, "carbonflow run training", file,
        "is not a folder, so no model can be published to");
    nothingRan();
  }

  @Test
  void aStoreThatNobodyAnswersFor() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    training("training", "--store=s3://models/team", "--s3-endpoint=http://127.0.0.1:" + port)
        .fails(1, "carbonflow run training", "s3://models/team", "accepts no connection");
    nothingRan();
  }

  @Test
  void aTrainingInOneTaskToo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    training("training-compact", "--store=" + file.resolve("store")).fails(1, "carbonflow run training-compact", file);
    nothingRan();
  }

  @Test
  void moreRowsThanMemory() throws Exception {
    Path many = folder.resolve("many.csv");
    try (BufferedWriter out = Files.newBufferedWriter(many)) {
      for (int i = 0; i < 300_000; i++) {
        out.write("1\n");
      }
    }
    String message = CarbonflowProgram.run("run", "training", "--data-2015=" + many,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--output=" + run).fails(1, "carbonflow run training",
        "the tables: 100,", "MB of memory for svm", "CARBONFLOW_JAVA_OPTIONS=-Xmx");
    assertTrue(message.contains("this process may use"), message);
    nothingRan();
  }

  @Test
  void noTableAtAll() {
    for (String pipeline : List.of("training", "training-compact", "training-distributed")) {
      CarbonflowProgram.run("run", pipeline, "--output=" + run).fails(2, "carbonflow run " + pipeline,
          "--data: no table is given; name tables or a folder with tables");
    }
    CarbonflowProgram.run("run", "monitoring", "--rows=a.csv", "--output=" + run).fails(2,
        "carbonflow run monitoring", "--data: no table is given");
    CarbonflowProgram.run("run", "inference", "--rows=[]", "--output=" + run).fails(2,
        "carbonflow run inference", "--rows: no table is given");
    assertFalse(Files.exists(run));
  }

  @Test
  void moreRowsInTheTablesOfAFolderThanMemory() throws Exception {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.writeString(tables.resolve("2015.csv"), "1\n".repeat(150_000));
    Files.writeString(tables.resolve("2016.csv"), "1\n".repeat(150_000));
    CarbonflowProgram.run("run", "--data=" + tables, "--output=" + run).fails(1, "carbonflow run training",
        "the tables: 100,", "MB of memory for svm");
    nothingRan();
  }

  @Test
  void aPipelineThatDoesNotTrainIsNotAskedForWhatATrainingNeeds() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    CarbonflowProgram.run("run", "inference", "--rows=" + CarbonflowProgram.DATA_2016,
        "--store=" + file.resolve("store"), "--output=" + run).fails(1, "carbonflow run inference", "task infer");
  }
}
