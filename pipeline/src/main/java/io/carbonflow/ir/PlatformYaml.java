package io.carbonflow.ir;

import io.carbonflow.ir.ContainerSpec.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The second document of a compiled pipeline, `PlatformSpec`: what only Kubernetes knows. Of its
/// many settings carbonflow writes and reads one, environment variables from secrets
/// (`SecretAsEnv` of kubernetes_executor_config.proto).
final class PlatformYaml {
  private PlatformYaml() {}

  /// The document; empty where no container has a secret.
  static Map<String, Object> document(PipelineSpec pipeline) {
    Map<String, Object> executors = new TreeMap<>();
    pipeline.executors().forEach((label, container) -> {
      if (!container.secrets().isEmpty()) {
        executors.put(label, Map.of("secretAsEnv", secrets(container.secrets())));
      }
    });
    return executors.isEmpty() ? Map.of() : Map.of("platforms", Map.of("kubernetes",
        Map.of("deploymentSpec", Map.of("executors", executors))));
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

  /// The secrets of each executor, by the variables' names.
  static Map<String, SortedMap<String, Secret>> read(Fields document) {
    Fields platforms = document.fields("platforms");
    Fields kubernetes = platforms.fields("kubernetes");
    Fields deployment = kubernetes.fields("deploymentSpec");
    Map<String, SortedMap<String, Secret>> secrets =
        deployment.each("executors", (_, executor) -> secrets(executor));
    deployment.end();
    kubernetes.end();
    platforms.end();
    document.end();
    return secrets;
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
