// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.kfp.sdk.Tools.Gather;
import io.carbonflow.kfp.sdk.Tools.Nothing;
import io.carbonflow.kfp.sdk.Tools.Read;
import io.carbonflow.kfp.sdk.Tools.Seen;
import io.carbonflow.kfp.sdk.Tools.Write;
import io.carbonflow.kfp.sdk.Tools.Written;
import io.carbonflow.kfp.step.ParameterType;
import org.junit.jupiter.api.Test;

class ContainerComponentTest {
  private final ContainerComponent<Write, Written> write =
      new ContainerComponent<>("write", "alpine:3", Write.class, Written.class);

  @Test
  void inputsAndOutputsStandForWhatIsKnownWhenTheTaskRuns() {
    assertEquals(List.of("--text", "{{$.inputs.parameters['text']}}",
        "--times={{$.inputs.parameters['times']}}", "{{$.outputs.artifacts['rows'].path}}",
        "{{$.outputs.parameters['length'].output_file}}"),
        write.args((in, out) -> List.of("--text", in.text(),
            ContainerComponent.joined("--times=", in.times()), out.rows(), out.length()))
            .container().args());
  }

  @Test
  void anArtifactIsItsPathOrItsUri() {
    var read = new ContainerComponent<>("read", "alpine:3", Read.class, Seen.class);
    assertEquals(
        List.of("{{$.inputs.artifacts['rows'].path}}", "{{$.inputs.artifacts['rows'].uri}}"),
        read.command((in, _) -> List.of(in.rows(), ContainerComponent.uri(in.rows())))
            .container().command());
    assertEquals("component read: {{$.inputs.parameters['words']}} has no URI",
        assertThrows(IllegalArgumentException.class,
            () -> read.args((in, _) -> List.of(ContainerComponent.uri(in.words())))).getMessage());
  }

  @Test
  void itsInterfaceIsWhatItsRecordsDeclare() {
    assertEquals(Set.of("text", "times"), write.takes().parameters().keySet());
    assertEquals(ParameterType.NUMBER_INTEGER, write.takes().parameters().get("times").type());
    assertEquals("system.Dataset", write.gives().artifacts().get("rows").schemaTitle());
    assertEquals("rows.csv", write.gives().artifacts().get("rows").fileName("rows"));
  }

  @Test
  void itsEnvironmentIsTheContainersOwn() {
    assertEquals(Map.of("A", "b"), write.env("A", "b").container().env());
  }

  @Test
  void aWordThatIsNoneIsRefused() {
    assertEquals("component write: 7 is neither a text nor one of its inputs and outputs",
        assertThrows(IllegalArgumentException.class,
            () -> write.args((_, _) -> List.of(7))).getMessage());
    var gather = new ContainerComponent<>("gather", "alpine:3", Gather.class, Nothing.class);
    assertEquals("component gather: no word stands for the list rows; hand over {{$}}",
        assertThrows(IllegalArgumentException.class,
            () -> gather.args((in, _) -> List.of(in.rows()))).getMessage());
  }
}
