// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.SpecContent;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.ir.Yaml;

/// A compiled pipeline that is to be uploaded. It may come from Kubeflow's own compiler, so of its
/// content only the name is looked at; the server checks the rest.
///
/// @param name the pipeline's name
/// @param description what it does
/// @param text the YAML
/// @param content what it says
record PipelineDocument(String name, String description, String text, SpecContent content) {

  /// The document in a file.
  ///
  /// @throws Problem if it cannot be read or is not a compiled pipeline
  static PipelineDocument read(Path file) {
    return of(file.toString(), SpecYaml.text(file));
  }

  /// The document of a text.
  ///
  /// @param source what the text is called in messages
  /// @throws Problem if it is not a compiled pipeline
  static PipelineDocument of(String source, String text) {
    List<Object> documents = Yaml.read(source, text);
    if (documents.isEmpty() || documents.size() > 2
        || !(documents.getFirst() instanceof Map<?, ?> pipeline)
        || !(pipeline.get("pipelineInfo") instanceof Map<?, ?> info)
        || !(info.get("name") instanceof String name)) {
      throw new Problem(Place.of(source), "is not a compiled pipeline: pipelineInfo.name is missing",
          "name a file that a pipeline was compiled to");
    }
    return new PipelineDocument(name,
        info.get("description") instanceof String description ? description : "", text,
        SpecContent.of(pipeline, documents.stream().skip(1).findFirst()));
  }
}
