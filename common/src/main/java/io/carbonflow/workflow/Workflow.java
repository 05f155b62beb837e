package io.carbonflow.workflow;

import com.google.gson.JsonElement;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.json.ServerJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// An Argo workflow, which a run of a pipeline is carried out as.
///
/// @param name its name
/// @param namespace the namespace of its pods
/// @param phase how it is getting on
/// @param message what Argo says of it; may be empty
/// @param stopped whether somebody has had it stopped: Kubeflow then sets its deadline to 0 s
///     (backend/src/apiserver/resource/resource_manager.go, TerminateWorkflow)
/// @param nodes its nodes
public record Workflow(
    String name, String namespace, Phase phase, String message, boolean stopped, List<Node> nodes) {
  /// Etcd keeps objects of 1.5 MB, and JSON of nodes shrinks to a tenth when it is compressed.
  private static final int LARGEST = 64 << 20;

  /// The workflow in its manifest. Where its nodes take too much room, Argo keeps them compressed.
  ///
  /// @throws Problem if its nodes cannot be read
  public static Workflow of(ServerJson manifest) {
    ServerJson metadata = manifest.part("metadata");
    ServerJson status = manifest.part("status");
    ServerJson nodes = status.text("compressedNodes").isEmpty() ? status.part("nodes")
        : inflated(Place.of("workflow " + metadata.text("name")), status.text("compressedNodes"));
    JsonElement deadline = manifest.part("spec").object().get("activeDeadlineSeconds");
    return new Workflow(metadata.text("name"), metadata.text("namespace"),
        Phase.of(status.text("phase")), status.text("message"),
        deadline != null && deadline.getAsString().equals("0"),
        nodes.object().keySet().stream()
            .map(id -> Node.of(metadata, nodes.part(id))).toList());
  }

  /// The nodes as Argo compresses them: gzip, then base 64 (util/file/fileutil.go of Argo,
  /// CompressEncodeString).
  private static ServerJson inflated(Place where, String compressed) {
    try (InputStream in = new GZIPInputStream(
        new ByteArrayInputStream(Base64.getMimeDecoder().decode(compressed)))) {
      byte[] json = in.readNBytes(LARGEST + 1);
      if (json.length <= LARGEST) {
        return ServerJson.parse(new String(json, StandardCharsets.UTF_8)).orElseThrow(
            () -> unreadable(where, "they are not JSON", null));
      }
      throw unreadable(where, "they are larger than " + (LARGEST >> 20) + " MB", null);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(where, "they are not whole", e);
    }
  }

  private static Problem unreadable(Place where, String why, Exception cause) {
    return new Problem(where, "its nodes, which Argo has compressed, cannot be read: " + why,
        "look at the run's page", cause);
  }
}
