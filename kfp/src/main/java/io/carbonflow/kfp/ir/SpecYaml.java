// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;

/// Compiled pipelines as YAML files: the form that Kubeflow takes and its SDK writes.
///
/// ```java
/// PipelineSpec spec = SpecYaml.read(Path.of("grade.yaml"));
/// AtomicFile.write(Path.of("copy.yaml"), SpecYaml.write(spec));
/// ```
public final class SpecYaml {
  private SpecYaml() {}

  /// The text of a pipeline; equal pipelines have equal texts.
  public static String write(PipelineSpec pipeline) {
    String spec = Yaml.write(SpecWriter.document(pipeline));
    Map<String, Object> platforms = PlatformYaml.document(pipeline);
    return platforms.isEmpty() ? spec : spec + "---\n" + Yaml.write(platforms);
  }

  /// Reads a file.
  ///
  /// @throws Problem if it cannot be read or is not what [#read(String, String)] takes
  public static PipelineSpec read(Path file) {
    return read(file.toString(), text(file));
  }

  /// Reads a file that is to run on this machine. Kubeflow's SDK compiles what Kubeflow's driver cannot
  /// do but the local runner can: arguments of several pieces.
  ///
  /// @throws Problem if it cannot be read or is not what [#read(String, String)] takes otherwise
  public static PipelineSpec readToRunHere(Path file) {
    PipelineSpec pipeline = SpecReader.read(file.toString(), text(file));
    SpecCheck.check(file.toString(), pipeline, SpecCheck.Target.THIS_MACHINE);
    return pipeline;
  }

  /// The text of a file.
  ///
  /// @throws Problem if it cannot be read, or is larger than any
  public static String text(Path file) {
    return BoundedInput.text(file, InputLimits.YAML, "name a compiled pipeline");
  }

  /// Reads a text.
  ///
  /// @param source what it is called in messages
  /// @throws Problem with its place for the first thing that is wrong: no YAML, an unknown field, a
  ///     newer schema, a name that refers to nothing, a wrong wiring, a cycle
  public static PipelineSpec read(String source, String text) {
    PipelineSpec pipeline = SpecReader.read(source, text);
    SpecCheck.check(source, pipeline);
    return pipeline;
  }
}
