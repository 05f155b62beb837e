// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// A file or folder that one step writes and others read. Each kind of file is a record of its own
/// with one component, its path, and [FileName]; so a step that needs prepared rows cannot be given
/// raw ones. The interface it implements is its type on Kubeflow.
public sealed interface Artifact {

  /// Where the file or folder is, or should be.
  Path path();

  /// Any file or folder.
  non-sealed interface Plain extends Artifact {}

  /// Rows.
  non-sealed interface Dataset extends Artifact {}

  /// A fitted model, or a part of one.
  non-sealed interface Model extends Artifact {}

  /// Numbers for the run page, given by [Output#logMetric].
  non-sealed interface Metrics extends Artifact {}

  /// A self-contained page for the run page.
  non-sealed interface Html extends Artifact {}

  /// A text for the run page.
  non-sealed interface Markdown extends Artifact {}

  /// Kubeflow's names of these types.
  enum Type {
    /// See [Plain].
    ARTIFACT("system.Artifact", Plain.class),
    /// See [Dataset].
    DATASET("system.Dataset", Dataset.class),
    /// See [Model].
    MODEL("system.Model", Model.class),
    /// See [Metrics].
    METRICS("system.Metrics", Metrics.class),
    /// See [Html].
    HTML("system.HTML", Html.class),
    /// See [Markdown].
    MARKDOWN("system.Markdown", Markdown.class);

    private final String schemaTitle;
    private final Class<? extends Artifact> marker;

    Type(String schemaTitle, Class<? extends Artifact> marker) {
      this.schemaTitle = schemaTitle;
      this.marker = marker;
    }

    /// The title in Kubeflow's IR, such as `system.Dataset`.
    public String schemaTitle() {
      return schemaTitle;
    }

    /// The type of a kind of file.
    static Type of(Class<?> kind) {
      return Arrays.stream(values())
          .filter(type -> type.marker.isAssignableFrom(kind))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(kind + " is not a kind of artifact"));
    }
  }
}
