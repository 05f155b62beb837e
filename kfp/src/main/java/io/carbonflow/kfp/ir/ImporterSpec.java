// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// An executor that starts no container: it makes an artifact known that is there already.
///
/// @param uri where the artifact is
/// @param schemaTitle its type, such as `system.Dataset`
/// @param reimport whether it is noted again where an earlier run has noted the same
/// @param metadata what is known of it
public record ImporterSpec(Uri uri, String schemaTitle, boolean reimport, Map<String, Object> metadata) {
  /// Brings the metadata into the form that they have after writing and reading.
  ///
  /// @throws IllegalArgumentException if no pipeline can hold them, or one is a placeholder, which
  ///     Kubeflow's importer does not replace
  public ImporterSpec {
    Map<String, Object> own = new TreeMap<>();
    metadata.forEach((name, value) -> own.put(name, Literal.of(value)));
    metadata = Collections.unmodifiableMap(own);
    if (metadata.toString().contains("{{$")) {
      throw new IllegalArgumentException("metadata of an importer hold a placeholder, which"
          + " Kubeflow does not replace there");
    }
  }

  /// Where an artifact is.
  public sealed interface Uri {}

  /// At a place that is written into the pipeline.
  public record Fixed(String uri) implements Uri {}

  /// Where an input parameter says.
  public record Given(String input) implements Uri {}
}
