// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.step.ParameterType;

/// Replaces the placeholders in a container's command and arguments, as Kubeflow's launcher does
/// (backend/src/v2/component/launcher_v2.go at 2.17).
///
/// @param parameters the input parameters' values
/// @param executorInput the whole message, from which the paths are taken
record Placeholders(Map<String, Object> parameters, ServerJson executorInput) {
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "\\{\\{\\$(?:\\.(inputs|outputs)\\.(parameters|artifacts)\\['([^']+)'\\](?:\\.(\\w+))?)?\\}\\}");

  /// Words of a command with each placeholder replaced.
  List<String> resolve(List<String> words) {
    var arguments = new Arguments(given());
    return words.stream().flatMap(arguments::expand).map(this::resolve).toList();
  }

  private Set<String> given() {
    Set<String> names = new HashSet<>(parameters.keySet());
    names.addAll(executorInput.part("inputs").part("artifacts").names());
    return names;
  }

  /// The text with each placeholder replaced; one that names nothing is left as it is, for the step
  /// to refuse.
  String resolve(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String value = value(matcher);
      matcher.appendReplacement(
          resolved, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    return matcher.appendTail(resolved).toString();
  }

  private String value(Matcher found) {
    if (found.group(1) == null) {
      return executorInput.object().toString();
    }
    boolean input = found.group(1).equals("inputs");
    String name = found.group(3);
    String property = String.valueOf(found.group(4));
    ServerJson outputs = executorInput.part("outputs").part("parameters");
    if (found.group(2).equals("parameters")) {
      return input ? parameter(name)
          : property.equals("output_file") && outputs.names().contains(name)
              ? outputs.part(name).text("outputFile") : null;
    }
    return executorInput.part(found.group(1)).part("artifacts").part(name).parts("artifacts").stream()
        .map(artifact -> artifact.text("uri")).findFirst().map(uri -> switch (property) {
          case "uri" -> uri;
          case "path" -> Path.of(URI.create(uri)).toString();
          default -> null;
        }).orElse(null);
  }

  private String parameter(String name) {
    Object value = parameters.get(name);
    return value == null ? null : ParameterType.format(value);
  }
}
