// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.ContainerSpec.SecretAsEnv;

/// The second document of a compiled pipeline, `PlatformSpec`: what only Kubernetes knows. Of its
/// many settings carbonflow writes and reads environment variables from secrets and the deadline of a
/// task (`SecretAsEnv` and `active_deadline_seconds` of kubernetes_executor_config.proto), what [Pod]
/// holds, and the deadline of a run (`PipelineConfig` of pipeline_spec.proto).
final class PlatformYaml {
  private static final String DEADLINE = "activeDeadlineSeconds";

  private PlatformYaml() {}

  /// What the document says of one executor.
  record Executor(SortedMap<String, SecretAsEnv> secrets, Optional<Duration> deadline, Pod pod) {
    /// Of an executor that it does not name.
    static final Executor PLAIN = new Executor(new TreeMap<>(), Optional.empty(), Pod.PLAIN);
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

  /// An `int64` is a text in protobuf's JSON, and so in what the SDK writes.
  private static Map<String, Object> executor(ContainerSpec container) {
    Map<String, Object> executor = SpecWriter.mapping(
        DEADLINE, container.deadline()
            .map(longest -> String.valueOf(longest.toSeconds())).orElse(""),
        "secretAsEnv", secrets(container.secrets()));
    executor.putAll(PodWriter.write(container.pod()));
    return executor;
  }

  private static List<Object> secrets(SortedMap<String, SecretAsEnv> secrets) {
    Map<String, Map<String, SecretAsEnv>> byName = new TreeMap<>();
    secrets.forEach((variable, secret) -> byName
        .computeIfAbsent(secret.name() + " " + secret.optional(), _ -> new TreeMap<>())
        .put(variable, secret));
    List<Object> written = new ArrayList<>();
    byName.values().forEach(group -> {
      SecretAsEnv first = group.values().iterator().next();
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
  static Platform read(StrictJson document) {
    StrictJson platforms = document.part("platforms");
    StrictJson kubernetes = platforms.part("kubernetes");
    StrictJson deployment = kubernetes.part("deploymentSpec");
    SortedMap<String, Executor> executors = deployment.each("executors",
        (_, executor) -> new Executor(
            secrets(executor), deadline(executor), PodReader.read(executor)));
    deployment.end();
    StrictJson config = kubernetes.part("pipelineConfig");
    Optional<Duration> deadline = deadline(config);
    config.end();
    kubernetes.end();
    platforms.end();
    document.end();
    return new Platform(executors, deadline);
  }

  /// A deadline, as a number or as the text that protobuf's JSON makes of a long one. None is 0.
  private static Optional<Duration> deadline(StrictJson fields) {
    return fields.maybe(DEADLINE).map(field -> field.as("a number of seconds", value ->
            Duration.ofSeconds(value.getAsBigDecimal().longValueExact())))
        .filter(longest -> !longest.isZero());
  }

  private static SortedMap<String, SecretAsEnv> secrets(StrictJson executor) {
    SortedMap<String, SecretAsEnv> found = new TreeMap<>();
    for (StrictJson secret : executor.list("secretAsEnv")) {
      String name = PodReader.name(secret, "secretName");
      boolean optional = secret.flag("optional");
      for (StrictJson key : secret.list("keyToEnv")) {
        found.put(key.field("envVar").text(),
            new SecretAsEnv(name, key.field("secretKey").text(), optional));
        key.end();
      }
      secret.end();
    }
    return found;
  }
}
