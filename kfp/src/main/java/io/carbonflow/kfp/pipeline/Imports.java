// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.ImporterSpec;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Value;

/// An artifact that is there already and is made known to a pipeline: the SDK's `dsl.importer`.
///
/// @param kind the record that stands for the file
/// @param again whether it is noted again where an earlier run has noted the same
/// @param metadata what is known of it: texts, numbers, truth values, lists and maps of these
/// @param <A> the kind of file
public record Imports<A extends Artifact>(Class<A> kind, boolean again, Map<String, Object> metadata) {
  /// The name of the output.
  static final String OUTPUT = "artifact";
  private static final String URI = "uri";

  /// What the task takes.
  record In(@About("where the artifact is") Value<String> uri) {}

  /// Copies the metadata.
  public Imports {
    metadata = Map.copyOf(metadata);
  }

  /// A file of a kind, of which nothing more is known.
  public static <A extends Artifact> Imports<A> of(Class<A> kind) {
    return new Imports<>(kind, false, Map.of());
  }

  /// This, noted again in each run.
  public Imports<A> noted() {
    return new Imports<>(kind, true, metadata);
  }

  /// This, with something that is known of it.
  public Imports<A> with(String name, Object value) {
    Map<String, Object> more = new TreeMap<>(metadata);
    more.put(name, value);
    return new Imports<>(kind, again, more);
  }

  /// What runs. A URI that is known now stands in the importer itself: it looks nowhere else for one
  /// that is wired as a constant.
  TaskBody body(Value<String> uri) {
    List<Port> inputs = Port.of(In.class);
    Port.Kind.File file = Port.Kind.File.of(kind, false);
    return TaskBody.of(inputs,
        new Port(OUTPUT, file, "what lies there", inputs.getFirst().about()),
        new ImporterSpec(uri instanceof Value.Constant<String>(String fixed)
            ? new ImporterSpec.Fixed(fixed) : new ImporterSpec.Given(URI),
            file.type().schemaTitle(), again, metadata));
  }
}
