// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.cli.kubeflow.Client;
import io.carbonflow.kfp.component.ComponentFile;

/// All that is read, kind by kind.
final class Targets {
  private final Fixture fixture;

  private Targets(Fixture fixture) {
    this.fixture = fixture;
  }

  /// The kinds, with how many cases of a hundred each has.
  static List<Target> all(Fixture fixture) {
    Targets of = new Targets(fixture);
    return List.of(
        new Target("table-predict", 10, of::predict),
        new Target("table-validate", 6, of::validate),
        new Target("table-merge", 6, of::merge),
        new Target("table-clean", 6, of::clean),
        new Target("pipeline-read", 14, of::pipeline),
        new Target("pipeline-run", 8, of::smallPipeline),
        new Target("component", 8, of::component),
        new Target("bundle", 14, of::bundle),
        new Target("executor-input", 6, of::executorInput),
        new Target("step-files", 4, of::stepFiles),
        new Target("register", 6, of::register),
        new Target("command-line", 8, of::commandLine),
        new Target("environment", 4, of::environment),
        new Target("kubeflow-answers", 8, of::kubeflow),
        new Target("s3-answers", 4, of::s3));
  }

  private static Path write(Path folder, String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Outcome predict(RandomGenerator random, Path folder) throws IOException {
    Path rows = write(folder, "input.table", CsvDamage.of(fixture.file("2016.csv"), random));
    return CarbonflowProgram.run("predict", "--bundle=" + fixture.file("bundle.carbonflow"), "--rows=" + rows,
        "--explain=" + (random.nextInt(4) == 0), "--predictions=" + folder.resolve("predictions.csv"),
        "--explanations=" + folder.resolve("explanations.csv"),
        "--total-by=Neighborhood", "--totals=" + folder.resolve("totals.csv"),
        "--prediction-report=" + folder.resolve("prediction.json"));
  }

  private Outcome validate(RandomGenerator random, Path folder) throws IOException {
    Path table = write(folder, "input.table",
        CsvDamage.of(fixture.file("201" + random.nextInt(5, 7) + ".csv"), random));
    return CarbonflowProgram.run("validate", "--table=" + table,
        "--validation=" + folder.resolve("validation.json"),
        "--validation-page=" + folder.resolve("validation.html"), "--valid=" + folder.resolve("valid"));
  }

  private Outcome merge(RandomGenerator random, Path folder) throws IOException {
    boolean first = random.nextBoolean();
    Path damaged = write(folder, "input.table",
        CsvDamage.of(fixture.file(first ? "2015.csv" : "2016.csv"), random));
    return CarbonflowProgram.run("merge", "--data-2015=" + (first ? damaged : fixture.file("2015.csv")),
        "--data-2016=" + (first ? fixture.file("2016.csv") : damaged),
        "--merged-table=" + folder.resolve("merged.csv"), "--sources=" + folder.resolve("sources.json"));
  }

  private Outcome clean(RandomGenerator random, Path folder) throws IOException {
    Path table = write(folder, "input.table", CsvDamage.of(fixture.file("merged.csv"), random));
    return CarbonflowProgram.run("clean", "--table=" + table, "--clean-rows=" + folder.resolve("rows.csv"),
        "--cleaning-report=" + folder.resolve("cleaning.json"));
  }

  /// Its parameters are always wrong, so that nothing runs where the damage did no harm.
  private Outcome pipeline(RandomGenerator random, Path folder) throws IOException {
    Path pipelines = fixture.checkout().resolve("kubeflow/pipelines");
    String whole = Files.readString(pipelines.resolve(
        Damage.one(List.of("training.yaml", "inference.yaml", "monitoring.yaml"), random)));
    Path file = write(folder, "pipeline.yaml", YamlDamage.of(whole, random));
    return CarbonflowProgram.run("run", file, "--param=not_there=1", "--output=" + folder.resolve("run"));
  }

  private Outcome smallPipeline(RandomGenerator random, Path folder) throws IOException {
    Path file = write(folder, "pipeline.yaml", random.nextInt(3) == 0
        ? YamlDamage.of(SmallPipeline.YAML, random) : SmallPipeline.gently(random));
    return CarbonflowProgram.run("run", file, "--output=" + folder.resolve("run"), "--threads=1");
  }

  private Outcome component(RandomGenerator random, Path folder) throws IOException {
    Path components = fixture.checkout().resolve("kubeflow/components");
    Path file = write(folder, "component.yaml", YamlDamage.of(Files.readString(components.resolve(
        Damage.one(List.of("predict.yaml", "merge.yaml", "publish.yaml", "fail.yaml"), random))), random));
    return guarded(() -> ComponentFile.read(file));
  }

  private static Outcome guarded(Runnable read) {
    try {
      read.run();
      return new Outcome(0, "", "");
    } catch (Problem e) {
      return new Outcome(1, "", "carbonflow: " + e.getMessage());
    }
  }

  private Outcome bundle(RandomGenerator random, Path folder) throws IOException {
    Path bundle = write(folder, "input.bundle", BundleDamage.of(fixture.file("bundle.carbonflow"), random));
    return CarbonflowProgram.run("predict", "--bundle=" + bundle, "--rows=" + fixture.file("2016.csv"),
        "--explain=" + random.nextBoolean(), "--predictions=" + folder.resolve("predictions.csv"),
        "--explanations=" + folder.resolve("explanations.csv"),
        "--totals=" + folder.resolve("totals.csv"),
        "--prediction-report=" + folder.resolve("prediction.json"));
  }

  private Outcome executorInput(RandomGenerator random, Path folder) {
    boolean gather = random.nextBoolean();
    String whole = SmallPipeline.executorInput(folder, fixture.file("2016.csv"));
    String damaged = random.nextInt(4) == 0 ? Damage.of(whole, random) : JsonDamage.of(whole, random);
    return gather ? CarbonflowProgram.run("gather-screenings", "--train=" + fixture.file("run/steps/prepare/train.csv"), "--estimator=svm",
            "--all-screenings=" + folder.resolve("all.json"), "--executor-input=" + damaged)
        : CarbonflowProgram.run("validate", "--table=" + fixture.file("2016.csv"),
            "--validation=" + folder.resolve("validation.json"),
            "--validation-page=" + folder.resolve("validation.html"),
            "--valid=" + folder.resolve("valid"), "--executor-input=" + damaged);
  }

  private Outcome stepFiles(RandomGenerator random, Path folder) throws IOException {
    Map<String, String> inputs = Damage.one(List.of(StepFiles.EVALUATE, StepFiles.TRAIN_BEST, StepFiles.PUBLISH,
        StepFiles.PREPARE), random);
    return StepFiles.run(fixture, inputs, random, folder);
  }

  private Outcome register(RandomGenerator random, Path folder) throws IOException {
    Path store = folder.resolve("store");
    copy(fixture.file("store"), store);
    Path damaged = Damage.one(List.of(store.resolve("models/current.json"), store.resolve("models/current.json"),
        store.resolve("verdict.json")), random);
    String whole = Files.readString(damaged);
    Files.write(damaged, random.nextInt(4) == 0 ? Damage.of(whole.getBytes(StandardCharsets.UTF_8), random)
        : JsonDamage.of(whole, random).getBytes(StandardCharsets.UTF_8));
    // What is damaged on purpose is not an output.
    Outcome outcome = switch (random.nextInt(5)) {
      case 0 -> CarbonflowProgram.run("models", "list", "--store=" + store);
      case 1 -> CarbonflowProgram.run("models", "show", "--store=" + store);
      case 2 -> CarbonflowProgram.run("models", "rollback", "--store=" + store);
      case 3 -> CarbonflowProgram.run("infer", "--rows=" + fixture.file("2016.csv"), "--store=" + store,
          "--predictions=" + folder.resolve("predictions.csv"),
          "--explanations=" + folder.resolve("explanations.csv"),
          "--total-by=DataYear", "--totals=" + folder.resolve("totals.csv"),
          "--inference-page=" + folder.resolve("inference.html"),
          "--inference-report=" + folder.resolve("inference.json"),
          "--inference-summary=" + folder.resolve("inference.md"), "--version=" + folder.resolve("version"));
      default -> CarbonflowProgram.run("models", "verdict", "--store=" + store);
    };
    Files.move(damaged, damaged.resolveSibling("input"));
    return outcome;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.toString().endsWith(".html")) {
          Files.copy(file, target);
        }
      }
    }
  }

  private Outcome commandLine(RandomGenerator random, Path folder) {
    List<String> words = new ArrayList<>(Damage.one(CommandLines.of(fixture, folder), random));
    for (int i = random.nextInt(2); i >= 0; i--) {
      int at = random.nextInt(words.size());
      String word = words.get(at);
      String odd = Damage.one(Damage.ODD, random);
      switch (random.nextInt(6)) {
        case 0 -> words.add(at, odd);
        case 1 -> words.add(word);
        case 2 -> words.set(at, word.replaceFirst("=.*", ""));
        case 3 -> words.set(at, Damage.of(word, random));
        default -> words.set(at, word.replaceFirst("(?s)=.*", Matcher.quoteReplacement("=" + odd)));
      }
    }
    // No shell hands a zero byte on, and each would fill the checkout with files of odd names.
    return CarbonflowProgram.run(words.stream().map(word -> word.replace("\0", "0")).toArray());
  }

  private Outcome environment(RandomGenerator random, Path folder) throws IOException {
    Map<String, String> environment = new TreeMap<>(Map.of("KBFL_ENDPOINT", fixture.kubeflow().endpoint()));
    String odd = Damage.one(Damage.ODD, random).replace("\0", "0");
    environment.put(Damage.one(List.of("KBFL_ENDPOINT", "KBFL_URL", "KBFL_NAMESPACE", "KBFL_LOGIN", "KBFL_PASSWORD",
        "KBFL_TOKEN", "KBFL_CA_CERT", "KF_PIPELINES_UI_ENDPOINT", "CRON_SCHEDULE_TIMEZONE", "KBFL_COOKIE",
        "KBFL_TOKEN_FILE", "KF_PIPELINES_SA_TOKEN_PATH"), random),
        random.nextBoolean() ? odd : fixture.kubeflow().url() + odd);
    return new Client(environment, Client.REVISION).run(random.nextBoolean() ? "runs" : "schedules");
  }

  private Outcome kubeflow(RandomGenerator random, Path folder) throws IOException {
    Client client = new Client(
        Map.of("KBFL_ENDPOINT", fixture.proxy().url() + "/pipeline"), Client.REVISION);
    fixture.proxy().damage(random);
    try {
      return switch (random.nextInt(6)) {
        case 0 -> client.run("runs");
        case 1 -> client.run("status", fixture.run());
        case 2 -> client.run("logs", fixture.run(), "merge");
        case 3 -> client.run("schedules");
        case 4 -> client.run("doctor");
        default -> client.run("upload",
            fixture.checkout().resolve("kubeflow/pipelines/inference.yaml"));
      };
    } finally {
      fixture.proxy().damage(null);
    }
  }

  private Outcome s3(RandomGenerator random, Path folder) {
    fixture.s3Proxy().damage(random);
    try {
      String endpoint = "--s3-endpoint=" + fixture.s3Proxy().url();
      return random.nextBoolean() ? CarbonflowProgram.run("models", "list", "--bucket=city", endpoint)
          : CarbonflowProgram.run("merge", "--data-2015=2015.csv", "--data-2016=2016.csv", "--bucket=city", endpoint,
              "--merged-table=" + folder.resolve("merged.csv"), "--sources=" + folder.resolve("sources.json"));
    } finally {
      fixture.s3Proxy().damage(null);
    }
  }
}
