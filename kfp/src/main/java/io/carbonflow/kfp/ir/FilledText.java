// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.RunVariable;

/// Constants in which Kubeflow's SDK has written placeholders: of `f'{count} rows'` it makes the text
/// `{{$.inputs.parameters['pipelinechannel--count']}} rows`, and gives the task an input of that name
/// which its component does not know. Such an input is text to be put in, and nothing else.
public final class FilledText {
  private static final Pattern PLACEHOLDER = Pattern.compile(
      "\\{\\{\\$\\.(?:inputs\\.parameters\\['([^']+)'\\]|pipeline_job_\\w+)\\}\\}");

  private FilledText() {}

  /// The inputs that constants of a task name.
  static Set<String> inputs(Task task) {
    return task.parameters().values().stream()
        .flatMap(source -> source instanceof Task.Constant(Object value) ? inputs(value) : Stream.of())
        .collect(Collectors.toSet());
  }

  private static Stream<String> inputs(Object value) {
    return switch (value) {
      case String text -> PLACEHOLDER.matcher(text).results()
          .map(found -> found.group(1)).filter(Objects::nonNull);
      case List<?> list -> list.stream().flatMap(FilledText::inputs);
      case Map<?, ?> map -> map.values().stream().flatMap(FilledText::inputs);
      default -> Stream.of();
    };
  }

  /// A constant with each input and each fact of the run in its place. What names nothing is left as
  /// it is, and so is a text that an input holds.
  ///
  /// @param given the task's inputs
  /// @param facts what the run is called
  public static Object of(
      Object value, Map<String, Object> given, Map<RunVariable, String> facts) {
    return switch (value) {
      case String text -> PLACEHOLDER.matcher(text).replaceAll(found ->
          Matcher.quoteReplacement(text(found, given, facts)));
      case List<?> list -> list.stream().map(one -> of(one, given, facts)).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> filled = new TreeMap<>();
        map.forEach((key, one) -> filled.put(key, of(one, given, facts)));
        yield filled;
      }
      default -> value;
    };
  }

  private static String text(
      MatchResult found, Map<String, Object> given, Map<RunVariable, String> facts) {
    if (found.group(1) == null) {
      return RunVariable.of(found.group()).map(facts::get).orElse(found.group());
    }
    Object value = given.get(found.group(1));
    return value == null ? found.group() : ParameterType.format(value);
  }
}
