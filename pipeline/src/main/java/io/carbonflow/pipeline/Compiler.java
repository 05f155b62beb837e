package io.carbonflow.pipeline;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.ir.Component;
import io.carbonflow.ir.Component.ArtifactSpec;
import io.carbonflow.ir.Component.Interface;
import io.carbonflow.ir.Component.ParameterSpec;
import io.carbonflow.ir.Component.TaskOutput;
import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.ir.SpecCheck;
import io.carbonflow.ir.Task;
import io.carbonflow.step.About;
import io.carbonflow.step.Output;
import io.carbonflow.step.ParameterType;
import io.carbonflow.step.Port;
import io.carbonflow.step.Records;
import io.carbonflow.step.Value;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;

/// Turns a described pipeline into Kubeflow's IR.
public final class Compiler {
  private Compiler() {}

  /// All pipelines that can be found on the class path, by name.
  @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
  public static List<Pipeline<?, ?>> all() {
    List<Pipeline<?, ?>> found = new ArrayList<>();
    for (Pipeline pipeline : ServiceLoader.load(Pipeline.class)) {
      found.add(pipeline);
    }
    found.sort(Comparator.comparing(Compiler::name));
    return found;
  }

  /// The parameters that a pipeline declares, in order.
  public static List<Port> parameters(Pipeline<?, ?> pipeline) {
    return Port.of(records(pipeline).getFirst());
  }

  /// What a pipeline gives, in order.
  public static List<Port> results(Pipeline<?, ?> pipeline) {
    return Port.of(resultsType(pipeline));
  }

  /// The record of a pipeline's parameters.
  public static Class<? extends Record> parametersType(Pipeline<?, ?> pipeline) {
    return records(pipeline).getFirst();
  }

  /// The record of a pipeline's results.
  public static Class<? extends Record> resultsType(Pipeline<?, ?> pipeline) {
    return records(pipeline).get(1);
  }

  /// The name of a pipeline: its class's name in lower case with dashes.
  public static String name(Pipeline<?, ?> pipeline) {
    return pipeline.getClass().getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /// What a pipeline is for.
  public static String about(Pipeline<?, ?> pipeline) {
    return pipeline.getClass().getAnnotation(About.class).value();
  }

  /// Compiles a pipeline.
  ///
  /// @param image the reference of the image that all tasks run in
  /// @throws Problem if it is wired wrongly, with task and input
  public static PipelineSpec compile(Pipeline<?, ?> pipeline, String image) {
    Class<? extends Record> declared = records(pipeline).getFirst();
    List<Port> parameters = Port.of(declared);
    Containers containers = new Containers();
    Scope scope = new Scope(parameters);
    Record results = describe(pipeline, Records.make(declared, parameters.stream()
        .map(port -> new Value.Parameter<>(port.name())).toArray()), new Dag(scope, containers));
    Component root = root(parameters, scope, results);
    var components = new TreeMap<>(containers.components());
    Parts.components(scope).forEach((name, part) -> {
      if (components.put(name, part) != null) {
        throw new Problem(Place.of("part " + name.substring("comp-".length())),
            "is called as a step is", "give it another name");
      }
    });
    PipelineSpec spec = new PipelineSpec(
        name(pipeline), about(pipeline), root, components, containers.executors(image));
    SpecCheck.check("pipeline " + spec.name(), spec);
    return spec;
  }

  @SuppressWarnings("unchecked")
  private static <P extends Record, R extends Record> Record describe(
      Pipeline<P, R> pipeline, Record parameters, Dag dag) {
    return pipeline.describe((P) parameters, dag);
  }

  private static List<Class<? extends Record>> records(Pipeline<?, ?> pipeline) {
    return Arrays.stream(pipeline.getClass().getGenericInterfaces())
        .filter(i -> i instanceof ParameterizedType p && p.getRawType() == Pipeline.class)
        .flatMap(i -> Arrays.stream(((ParameterizedType) i).getActualTypeArguments()))
        .<Class<? extends Record>>map(type -> ((Class<?>) type).asSubclass(Record.class))
        .toList();
  }

  private static Component root(List<Port> parameters, Scope scope, Record results) {
    List<Port> outputs = Port.of(results.getClass());
    List<Object> references = Records.values(results);
    var selectedParameters = new TreeMap<String, List<TaskOutput>>();
    var selectedArtifacts = new TreeMap<String, List<TaskOutput>>();
    for (int i = 0; i < outputs.size(); i++) {
      String name = outputs.get(i).name();
      switch (scope.find("output " + name, (Output.Reference<?>) references.get(i))) {
        case Found.Parameter p -> selectedParameters.put(name, source(p.source()));
        case Found.File f -> selectedArtifacts.put(name, source(f.source()));
      }
    }
    return new Component(inputs(parameters, true), outputs(outputs),
        new Component.Dag(Parts.tasks(scope), selectedParameters, selectedArtifacts));
  }

  private static List<TaskOutput> source(Object source) {
    return List.of(((Task.Output) source).of());
  }

  /// Only the pipeline's own parameters have defaults: Kubeflow's driver looks for a task's inputs
  /// before a component's defaults are applied, so every task is given all of them.
  static Interface inputs(List<Port> ports, boolean defaults) {
    return side(ports, defaults, _ -> Map.of());
  }

  static Interface outputs(List<Port> ports) {
    return side(ports, false, file -> Map.of(ArtifactSpec.FILE_NAME, file.fileName()));
  }

  private static Interface side(
      List<Port> ports, boolean defaults, Function<Port.Kind.File, Map<String, Object>> metadata) {
    var parameters = new TreeMap<String, ParameterSpec>();
    var artifacts = new TreeMap<String, ArtifactSpec>();
    for (Port port : ports) {
      switch (port.kind()) {
        case Port.Kind.Parameter p -> parameters.put(port.name(), new ParameterSpec(
            p.type(), defaults ? orElse(port) : Optional.empty(),
            p.type() == ParameterType.TASK_FINAL_STATUS, port.about().value()));
        case Port.Kind.File f -> artifacts.put(port.name(), new ArtifactSpec(
            f.type().schemaTitle(), f.list(), metadata.apply(f), port.about().value()));
      }
    }
    return new Interface(parameters, artifacts);
  }

  private static Optional<Object> orElse(Port port) {
    return port.orElse().map(port::parse).map(Inlets::plain);
  }
}
