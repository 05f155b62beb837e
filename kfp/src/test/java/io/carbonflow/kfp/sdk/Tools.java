// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.sdk;

import static io.carbonflow.kfp.component.ContainerComponent.joined;
import static io.carbonflow.kfp.component.ContainerComponent.uri;

import module java.base;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.component.Placeholder;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;

/// The components of [Twins], which are those of kubeflow/checks/sdk/pipelines.py.
public final class Tools {
  private static final String IMAGE = "registry.example/tools:1";

  /// A component file.
  static final String COUNT = """
      name: count
      inputs:
      - {name: rows, type: Dataset}
      - {name: Least Length, type: Integer, default: '1'}
      outputs:
      - {name: lines, type: Integer}
      implementation:
        container:
          image: registry.example/tools:1
          command: [sh, -c, 'awk -v n="$1" "length >= n" "$0" | wc -l > "$2"']
          args:
          - {inputPath: rows}
          - {inputValue: Least Length}
          - {outputPath: lines}
          env: {LC_ALL: C}
      """;

  static final ContainerComponent<Write, Written> WRITE =
      new ContainerComponent<>("write", IMAGE, Write.class, Written.class)
          .command("sh", "-c", "write \"$@\"")
          .args((in, out) -> List.of("--text", in.text(), joined("--times=", in.times()),
              out.rows(), out.length()));
  static final ContainerComponent<Read, Seen> READ =
      new ContainerComponent<>("read", IMAGE, Read.class, Seen.class)
          .command("read")
          .args((in, out) -> List.of(uri(in.rows()), in.words(), out.flag()));
  static final ContainerComponent<Tell, Nothing> TELL =
      new ContainerComponent<>("tell", IMAGE, Tell.class, Nothing.class)
          .command((in, _) -> List.of("tell", in.text()));
  static final ContainerComponent<See, Nothing> SEE =
      new ContainerComponent<>("see", IMAGE, See.class, Nothing.class)
          .command((in, _) -> List.of("see", in.status()));

  static final ContainerComponent<Gather, Nothing> GATHER =
      new ContainerComponent<>("gather", IMAGE, Gather.class, Nothing.class)
          .command((in, _) -> List.of("gather", in.lengths()))
          .args((_, _) -> List.of(Placeholder.EXECUTOR_INPUT));

  private Tools() {}

  /// No inputs, outputs or parameters.
  public record Nothing() {}

  /// A table.
  @FileName("rows.csv")
  public record Rows(Path path) implements Artifact.Dataset {}

  /// What is written.
  public record Write(
      @About("a text") Value<String> text, @About("how often") Value<Integer> times) {}

  /// What was written.
  public record Written(
      @About("rows") Output<Rows> rows, @About("their length") Output<Integer> length) {}

  /// What is read.
  public record Read(
      @About("rows") Value<Rows> rows, @About("words") Value<List<String>> words) {}

  /// What is found in it.
  public record Seen(@About("whether anything is") Output<Boolean> flag) {}

  /// What is reported.
  public record Tell(@About("a text") Value<String> text) {}

  /// How a part has ended.
  public record See(@About("how it has ended") Value<FinalStatus> status) {}

  /// What the rounds of a loop have given.
  public record Gather(
      @About("lengths") Value<List<Integer>> lengths, @About("rows") Value<List<Rows>> rows) {}
}
