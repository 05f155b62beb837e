// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.guide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import module java.net.http;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Regressor;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java in the how-to pages compiles and does what the pages say.
class GuideTest {
  private static final Path BUNDLE = Path.of(
      "../model/src/test/resources/io/carbonflow/model/bundle/bundle-4.carbonflow");
  @TempDir Path classes;

  private static List<String> blocks(String page) throws Exception {
    String text = Files.readString(Path.of("../docs/how-to", page));
    return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text).results()
        .map((MatchResult block) -> block.group(1)).toList();
  }

  private static String code(String page) throws Exception {
    return blocks(page).getFirst();
  }

  private Object made(String name, String code) throws Exception {
    var source = new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean lenient) {
        return code;
      }
    };
    StringWriter said = new StringWriter();
    boolean well = ToolProvider.getSystemJavaCompiler().getTask(said, null, null,
        List.of("-d", classes.toString(), "-proc:none",
            "-cp", classes + File.pathSeparator + System.getProperty("java.class.path")),
        null, List.of(source)).call();
    assertTrue(well, said::toString);
    var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    return loader.loadClass(name).getConstructor().newInstance();
  }

  /// The code of a page in a process of its own, whose standard output is read.
  private Process started(String name, String code, String... args) throws Exception {
    made(name, code);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", classes + File.pathSeparator + System.getProperty("java.class.path"), name));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void thePipelineOfThePageCompilesWithItsLoopAndItsCondition() throws Exception {
    var pipeline = (Pipeline<?, ?>) made("SeedSweep", code("write-a-pipeline.md"));
    PipelineSpec spec = Compiler.compile(pipeline, new StepImage("example/image:1", "carbonflow"));
    assertEquals("seed-sweep", spec.name());
    assertEquals(Set.of("comp-merge", "comp-clean", "comp-prepare", "comp-each-seed",
        "comp-search", "comp-too-hard", "comp-give-up"), spec.components().keySet());
  }

  @Test
  void theStepOfThePageHasItsCommandLine() throws Exception {
    Declaration step = Declaration.of((Step<?, ?>) made("CountTypes", code("add-a-step.md")));
    assertEquals("count-types", step.name());
    assertEquals(List.of("--rows", "--least"),
        step.inputs().stream().map(port -> port.option()).toList());
  }

  @Test
  void theEstimatorOfThePageFitsALine() throws Exception {
    var ridge = (Estimator) made("Ridge", code("add-a-model.md"));
    double[][] values = {{-1.5, 1}, {-0.5, -1}, {0.5, -1}, {1.5, 1}};
    double[] label = {8, 7, 9, 14};
    List<String> names = List.of("first", "second", "third", "fourth");
    var train = new Dataset("line", List.of("a", "b"), values, label,
        Dataset.equalWeights(4), names, names,
        new Dataset.Target(label, new double[4], null));
    var chosen = new Hyperparameters(Map.of("lambda", 1e-9));
    int[] rows = {0, 1, 2, 3};
    Regressor model = ridge.prepare(train).fit(chosen, rows, 0);
    assertTrue(ridge.accepts(model));
    assertArrayEquals(label, model.predict(values), 1e-6);
    assertArrayEquals(model.predict(values),
        ridge.prepare(train).trial(chosen, rows, rows, 0).labels()[0]);
    var step = (Step<?, ?>) made("TrainRidge", blocks("add-a-model.md").getLast());
    assertEquals("train-ridge", Declaration.of(step).name());
  }

  @Test
  void theTableOfThePageIsPredictedAndExplained() throws Exception {
    List<String> blocks = blocks("predict-in-java.md");
    assertEquals(5, blocks.size());
    String table = CarbonflowProgram.DATA_2016.toString();
    for (Map.Entry<String, String> page : Map.of("PredictTable", blocks.getFirst(), "PredictLaterYear", blocks.get(3),
        "ExplainTable", blocks.getLast()).entrySet()) {
      Process process = started(page.getKey(), page.getValue(), BUNDLE.toString(), table);
      List<String> lines = new String(
          process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertEquals(0, process.waitFor());
      assertTrue(lines.size() > 20, lines::toString);
    }
  }

  @Test
  void theTotalOfThePageIsThatOfTheTableAndOfAYear() throws Exception {
    Process process = started("PredictTotal", blocks("predict-in-java.md").get(2), BUNDLE.toString(),
        CarbonflowProgram.DATA_2016.toString());
    List<String> lines = new String(
        process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, process.waitFor());
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.getFirst().matches("[0-9,]+ t \\([0-9,]+ to [0-9,]+\\)"), lines::toString);
    assertTrue(lines.getLast().matches("[0-9.E]+ t in 2016"), lines::toString);
  }

  @Test
  void theServiceOfThePageAnswersForOneBuilding() throws Exception {
    Process process =
        started("PredictionService", blocks("predict-in-java.md").get(1), BUNDLE.toString(), "0");
    try (var out = process.inputReader(); HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(out.readLine());
      HttpResponse<String> well = client.send(post(address, """
          {"OSEBuildingID": 7, "DataYear": 2016, "BuildingType": "NonResidential",
           "PrimaryPropertyType": "Hotel", "LargestPropertyUseType": "Hotel",
           "LargestPropertyUseTypeGFA": 88434, "PropertyGFATotal": 88434,
           "NumberofFloors": 12, "YearBuilt": 1927, "Neighborhood": "DOWNTOWN",
           "Electricity(kBtu)": 3946027, "NaturalGas(kBtu)": 1276453, "SteamUse(kBtu)": 2003882,
           "SiteEnergyUse(kBtu)": 7226362}"""), HttpResponse.BodyHandlers.ofString());
      assertEquals(200, well.statusCode(), well::body);
      assertTrue(well.body().matches("\\{\"tonnes\": [1-9]\\d*\\.\\d+}\n"), well::body);
      HttpResponse<String> wrong =
          client.send(post(address, "{}"), HttpResponse.BodyHandlers.ofString());
      assertEquals(422, wrong.statusCode());
      assertTrue(wrong.body().startsWith("building: lacks the columns "), wrong::body);
    } finally {
      process.destroy();
    }
  }

  @Test
  void theProjectOfThePageIsTheExample() throws Exception {
    String page = Files.readString(Path.of("../docs/how-to/start-a-project.md"));
    Path example = Path.of("../examples/wine");
    List<Path> files;
    try (Stream<Path> all = Files.walk(example.resolve("src/main"))) {
      files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
    }
    assertEquals(4, files.size());
    files.addAll(List.of(example.resolve("pom.xml"), example.resolve("Dockerfile"),
        example.resolve("src/test/java/wine/FitTest.java")));
    for (Path file : files) {
      assertTrue(page.contains("\n" + Files.readString(file) + "```"), file.toString());
    }
  }

  private static HttpRequest post(URI address, String json) {
    return HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(json)).build();
  }
}
