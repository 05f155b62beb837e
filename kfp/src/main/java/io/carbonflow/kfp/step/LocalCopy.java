// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;

/// Where Kubeflow's launcher puts an artifact on a task's disk (`retrieveArtifactPath` and
/// `LocalPathForURI` of backend/src/v2/component/launcher_v2.go at 2.17).
final class LocalCopy {
  private static final Map<String, String> FOLDERS =
      Map.of("s3://", "/s3/", "minio://", "/minio/", "gs://", "/gcs/");

  private LocalCopy() {}

  /// The path of an artifact: the one it names, that of a remote URI's copy, or, with a launcher on
  /// this machine, the URI's own.
  ///
  /// @param source where the artifact stands, for messages
  /// @throws Problem if it has none
  static Path of(String source, ServerJson artifact) {
    String custom = artifact.text("customPath");
    String uri = custom.isEmpty() ? artifact.text("uri") : custom;
    try {
      for (var folder : FOLDERS.entrySet()) {
        if (uri.startsWith(folder.getKey())) {
          return Path.of(folder.getValue() + uri.substring(folder.getKey().length()));
        }
      }
      if (uri.isEmpty() || uri.contains("://") && !uri.startsWith("file:")) {
        throw nowhere(source, uri, null);
      }
      return uri.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri);
    } catch (IllegalArgumentException e) {
      throw nowhere(source, uri, e);
    }
  }

  private static Problem nowhere(String source, String uri, Exception cause) {
    return new Problem(Place.of(source), "has an artifact at '" + uri
        + "', which is nowhere on this machine", "keep artifacts in a store of s3, minio or gs", cause);
  }
}
