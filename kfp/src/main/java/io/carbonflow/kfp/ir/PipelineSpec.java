// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// A compiled pipeline: Kubeflow's `PipelineSpec` (pipeline_spec.proto, schema 2.1.0), as far as
/// carbonflow uses it.
///
/// @param name the pipeline's name, in lower case with dashes
/// @param description what it does
/// @param root the outermost component; its inputs are the pipeline's parameters
/// @param components the components that tasks refer to, by name
/// @param executors the containers that components refer to, by label
/// @param importers the importers that components refer to, by label
/// @param deadline how long a run may take on a cluster, in whole seconds; empty for as long as it
///     takes
public record PipelineSpec(
    String name,
    String description,
    Component root,
    SortedMap<String, Component> components,
    SortedMap<String, ContainerSpec> executors,
    SortedMap<String, ImporterSpec> importers,
    Optional<Duration> deadline) {

  /// The version of the schema that is written and read.
  public static final String SCHEMA_VERSION = "2.1.0";

  /// The SDK whose output this IR equals in form.
  public static final String SDK_VERSION = "kfp-2.17.0";
}
