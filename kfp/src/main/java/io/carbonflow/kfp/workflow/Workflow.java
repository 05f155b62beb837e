// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.ServerJson;

/// An Argo workflow, which a run of a pipeline is carried out as.
///
/// @param name its name
/// @param namespace the namespace of its pods
/// @param phase how it is getting on
/// @param message what Argo says of it; may be empty
/// @param started when it was started
/// @param finished when it has ended
/// @param deadline when its time is up; empty if it may take as long as it likes
/// @param nodes its nodes
public record Workflow(
    String name,
    String namespace,
    Phase phase,
    String message,
    Optional<Instant> started,
    Optional<Instant> finished,
    Optional<Instant> deadline,
    List<Node> nodes) {
  /// How Argo says that the time of a workflow is up (operator.go of Argo).
  private static final Pattern TIME_IS_UP = Pattern.compile(
      "exceeded workflow deadline (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) \\+0000");

  /// The workflow in its manifest. Where its nodes take too much room, Argo keeps them compressed.
  ///
  /// @throws Problem if its nodes cannot be read
  public static Workflow of(ServerJson manifest) {
    ServerJson metadata = manifest.part("metadata");
    ServerJson status = manifest.part("status");
    ServerJson nodes = status.text("compressedNodes").isEmpty() ? status.part("nodes")
        : inflated(Place.of("workflow " + metadata.text("name")), status.text("compressedNodes"));
    List<Node> all = nodes.names().stream()
        .map(id -> Node.of(metadata, nodes.part(id))).toList();
    Optional<Node> whole =
        all.stream().filter(node -> node.id().equals(metadata.text("name"))).findFirst();
    Optional<Instant> started = status.time("startedAt").or(() -> whole.flatMap(Node::started));
    return new Workflow(metadata.text("name"), metadata.text("namespace"),
        Phase.of(status.text("phase")), status.text("message"), started,
        status.time("finishedAt").or(() -> whole.flatMap(Node::finished)),
        deadline(status.text("message"), manifest.part("spec"), started), all);
  }

  private static Optional<Instant> deadline(
      String message, ServerJson spec, Optional<Instant> started) {
    return told(message).or(() -> spec.text("activeDeadlineSeconds").isEmpty() ? Optional.empty()
        : started.map(from -> from.plusSeconds(spec.whole("activeDeadlineSeconds"))));
  }

  private static Optional<Instant> told(String message) {
    Matcher told = TIME_IS_UP.matcher(message);
    try {
      return told.find() ? Optional.of(Instant.parse(told.group(1) + "T" + told.group(2) + "Z"))
          : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty(); // no day of the calendar
    }
  }

  /// Whether somebody has had it stopped: Kubeflow then gives it no time at all
  /// (backend/src/apiserver/resource/resource_manager.go, TerminateWorkflow).
  public boolean stopped() {
    return deadline.filter(at -> started.filter(at::isAfter).isEmpty()).isPresent();
  }

  /// Whether it was ended because its time was up.
  public boolean outOfTime() {
    return phase.isFailure() && !stopped()
        && deadline.filter(at -> finished.filter(at::isAfter).isEmpty()).isPresent();
  }

  /// When anything in it changed last, as far as is known.
  public Optional<Instant> moved() {
    return Stream.concat(started.stream(), nodes.stream().flatMap(node ->
        Stream.concat(node.started().stream(), node.finished().stream())))
        .max(Comparator.naturalOrder());
  }

  /// The nodes as Argo compresses them: gzip, then base 64 (util/file/fileutil.go of Argo,
  /// CompressEncodeString).
  private static ServerJson inflated(Place where, String compressed) {
    try (InputStream in = new GZIPInputStream(
        new ByteArrayInputStream(Base64.getMimeDecoder().decode(compressed)))) {
      byte[] json = BoundedInput.bytes(
          in, InputLimits.WORKFLOW_NODES, where, "look at the run's page");
      return ServerJson.parse(new String(json, StandardCharsets.UTF_8)).orElseThrow(
          () -> unreadable(where, "they are not JSON", null));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(where, "they are not whole", e);
    }
  }

  private static Problem unreadable(Place where, String why, Exception cause) {
    return new Problem(where, "its nodes, which Argo has compressed, cannot be read: " + why,
        "look at the run's page", cause);
  }
}
