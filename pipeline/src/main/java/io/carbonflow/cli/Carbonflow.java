// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.notify.Notify;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.components.storage.StoreBuckets;
import io.carbonflow.components.train.TrainingPreflight;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.CommandTree;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.doctor.TestMessage;
import io.carbonflow.kfp.step.Streams;
import io.carbonflow.pipelines.CarbonflowDoctor;
import io.carbonflow.pipelines.ResourceRequests;

/// The program `carbonflow`: runs pipelines, and each step by its name.
public final class Carbonflow {
  private static final String NAME = "carbonflow";

  private Carbonflow() {}

  /// Runs the command that the arguments name and ends the JVM with its exit code.
  public static void main(String... args) {
    try (var _ = HeldBuild.ofLauncher()) {
      System.exit(execute(Streams.standard(), args));
    }
  }

  /// Runs the command that the arguments name, and comes back.
  ///
  /// @return the exit code
  public static int execute(Streams streams, String... args) {
    if (Arrays.equals(args, new String[] {"--version"})) {
      streams.out().println(NAME + " " + Version.TEXT); // asked by scripts, over and over
      return 0;
    }
    return CommandTree.execute(
        CliContext.of(program(Origin.ofThisBuild().revision()), streams), args);
  }

  /// What makes the program this one.
  ///
  /// @param revision the code's revision
  public static Program program(String revision) {
    Path home = Path.of(System.getProperty("carbonflow.home", "."));
    return new Program(NAME, "./carbonflow",
        home,
        "Trains, compares and ships models of the greenhouse-gas emissions of buildings.",
        Version.TEXT, revision, defaultImage(),
        // XGBoost's threads must not spin while they wait.
        new TreeMap<>(Map.of("OMP_WAIT_POLICY", "passive")),
        List.of(new VerifyCommand(), new PredictCommand(), new ModelsCommand(), new CityCommand(home)),
        () -> {
          SortedMap<String, String> files = CityFiles.of(home);
          files.put("docs/reference/validation.md", ChecksPage.of());
          return files;
        },
        SampleTables::training, new LocalStore(),
        Optional.of(new Program.Doctor(new StoreBuckets(), ResourceRequests.SECRET, new CarbonflowDoctor(),
            new TestMessage.Words("notify", "message ", Notify.TOLD, "correct " + Notify.WEBHOOK
                + " in the secret " + ResourceRequests.WEBHOOK_SECRET + " of the namespace"))),
        new TrainingPreflight(), CarbonflowManual.of(), TrainingSummary::of);
  }

  /// The published image of this version; the version is Maven's, so it is named in one place.
  public static String defaultImage() {
    try (InputStream in = Carbonflow.class.getResourceAsStream("image.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("image");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
