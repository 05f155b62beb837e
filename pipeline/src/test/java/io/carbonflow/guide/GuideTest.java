package io.carbonflow.guide;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
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
  /// What an editor adds to the code of a page.
  private static final String IMPORTS = """
      import com.google.auto.service.AutoService;
      import io.carbonflow.model.building.PredictionRows;
      import io.carbonflow.components.clean.*;
      import io.carbonflow.components.fail.*;
      import io.carbonflow.components.merge.*;
      import io.carbonflow.components.prepare.*;
      import io.carbonflow.components.train.*;
      import io.carbonflow.model.explain.*;
      import io.carbonflow.model.feature.*;
      import io.carbonflow.base.file.*;
      import io.carbonflow.learn.*;
      import io.carbonflow.model.bundle.*;
      import io.carbonflow.kfp.pipeline.*;
      import io.carbonflow.model.regressor.*;
      import io.carbonflow.kfp.step.*;
      import io.carbonflow.base.table.*;
      import java.nio.file.*;
      import java.util.*;
      """;
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
        return IMPORTS + code;
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
  void theServiceOfThePageCompiles() throws Exception {
    List<String> blocks = blocks("predict-in-java.md");
    assertEquals(2, blocks.size());
    for (String block : blocks) {
      made("Service", "public class Service { void run() {" + block + "}}");
    }
  }
}
