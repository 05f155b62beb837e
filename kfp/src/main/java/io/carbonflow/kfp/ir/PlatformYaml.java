package io.carbonflow.kfp.ir;

import io.carbonflow.kfp.ir.ContainerSpec.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The second document of a compiled pipeline, `PlatformSpec`: what only Kubernetes knows. Of its
/// many settings carbonflow writes and reads three: environment variables from secrets and the
/// deadline of a task (`SecretAsEnv` and `active_deadline_seconds` of
/// kubernetes_executor_config.proto), and that of a run (`PipelineConfig` of pipeline_spec.proto).
final class PlatformYaml {
  private static final String DEADLINE = "activeDeadlineSeconds";

  private PlatformYaml() {}

  /// What the document says of one executor.
  record Executor(SortedMap<String, Secret> secrets, Optional<Duration> deadline) {
    /// Of an executor that it does not name.
    static final Executor PLAIN = new Executor(new TreeMap<>(), Optional.empty());
  }

  /// What the document says.
  record Platform(SortedMap<String, Executor> executors, Optional<Duration> deadline) {
    /// Of a pipeline without such a document.
    static final Platform NONE = new Platform(new TreeMap<>(), Optional.empty());
  }

  /// The document; empty where there is nothing that only Kubernetes knows.
  static Map<String, Object> document(PipelineSpec pipeline) {
    Map<String, Object> executors = new TreeMap<>();
    pipeline.executors().forEach((label, container) -> {
      Map<String, Object> executor = executor(container);
      if (!executor.isEmpty()) {
        executors.put(label, executor);
      }
    });
    Map<String, Object> kubernetes = SpecWriter.mapping(
        "deploymentSpec", SpecWriter.mapping("executors", executors),
        "pipelineConfig", pipeline.deadline()
            .map(longest -> Map.<String, Object>of(DEADLINE, longest.toSeconds()))
            .orElse(Map.of()));
    return kubernetes.isEmpty() ? Map.of() : Map.of("platforms", Map.of("kubernetes", kubernetes));
  }

  /// An `int64` is a text in protobuf's JSON, hence in what the SDK writes.
  private static Map<String, Object> executor(ContainerSpec container) {
    return SpecWriter.mapping(
        DEADLINE, container.deadline()
            .map(longest -> String.valueOf(longest.toSeconds())).orElse(""),
        "secretAsEnv", secrets(container.secrets()));
  }

  private static List<Object> secrets(SortedMap<String, Secret> secrets) {
    Map<String, Map<String, Secret>> byName = new TreeMap<>();
    secrets.forEach((variable, secret) -> byName
        .computeIfAbsent(secret.name() + " " + secret.optional(), _ -> new TreeMap<>())
        .put(variable, secret));
    List<Object> written = new ArrayList<>();
    byName.values().forEach(group -> {
      Secret first = group.values().iterator().next();
      List<Object> keys = new ArrayList<>();
      group.forEach((variable, secret) -> keys.add(new TreeMap<>(
          Map.of("envVar", variable, "secretKey", secret.key()))));
      written.add(new TreeMap<>(Map.of(
          "keyToEnv", keys,
          "optional", first.optional(),
          "secretName", first.name(),
          "secretNameParameter", Map.of("runtimeValue", Map.of("constant", first.name())))));
    });
    return written;
  }

  /// Reads the document.
  static Platform read(Fields document) {
    Fields platforms = document.fields("platforms");
    Fields kubernetes = platforms.fields("kubernetes");
    Fields deployment = kubernetes.fields("deploymentSpec");
    SortedMap<String, Executor> executors = deployment.each("executors",
        (_, executor) -> new Executor(secrets(executor), deadline(executor)));
    deployment.end();
    Fields config = kubernetes.fields("pipelineConfig");
    Optional<Duration> deadline = deadline(config);
    config.end();
    kubernetes.end();
    platforms.end();
    document.end();
    return new Platform(executors, deadline);
  }

  /// A deadline, as a number or as the text that protobuf's JSON makes of a long one. None is 0.
  private static Optional<Duration> deadline(Fields fields) {
    return fields.value(DEADLINE).map(value -> {
      String text = value instanceof Double number && number == Math.rint(number)
          ? String.valueOf(number.longValue()) : String.valueOf(value);
      return text.matches("-?[0-9]{1,18}") ? Duration.ofSeconds(Long.parseLong(text))
          : fields.<Duration>refuse(DEADLINE + " '" + value + "' is no number of seconds");
    }).filter(longest -> !longest.isZero());
  }

  private static SortedMap<String, Secret> secrets(Fields executor) {
    SortedMap<String, Secret> found = new TreeMap<>();
    for (Fields secret : executor.list("secretAsEnv")) {
      Fields named = secret.fields("secretNameParameter");
      Fields runtime = named.fields("runtimeValue");
      String name = runtime.maybeText("constant").or(() -> secret.maybeText("secretName"))
          .orElseGet(() -> secret.refuse("names its secret by no constant"));
      runtime.end();
      named.end();
      secret.maybeText("secretName");
      boolean optional = secret.flag("optional");
      for (Fields key : secret.list("keyToEnv")) {
        found.put(key.text("envVar"), new Secret(name, key.text("secretKey"), optional));
        key.end();
      }
      secret.end();
    }
    return found;
  }
}
