// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.ParamOption;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.Pipelines;
import io.carbonflow.kfp.client.RunParameters;
import io.carbonflow.kfp.client.UploadedPipeline;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The version of a pipeline that a command is about.
///
/// @param version the version
/// @param pinned whether it was named, and is not just the latest one
record VersionChoice(PipelineVersion version, boolean pinned) {

  /// The version of a name, or the latest one.
  ///
  /// @throws Problem if there is no such pipeline or version
  static VersionChoice of(Pipelines pipelines, String pipeline, Optional<String> version)
      throws InterruptedException {
    UploadedPipeline found = pipelines.named(pipeline);
    Optional<PipelineVersion> chosen = version.isPresent()
        ? pipelines.version(found, version.get()) : pipelines.latest(found);
    return new VersionChoice(chosen.orElseThrow(() -> new Problem(
        Place.of("pipeline " + pipeline),
        version.map(name -> "there is no version " + name).orElse("it has no version"),
        "upload it: " + pipelines.rest().hints().kubeflow("upload " + pipeline
            + version.map(name -> " --version=" + name).orElse("")))), version.isPresent());
  }

  /// The parameters that a command line gives for a run of this version.
  ///
  /// @throws ParameterException if one is unknown, of another type, or missing
  JsonObject parameters(ParseResult parsed) {
    try {
      return RunParameters.of(version, ParamOption.of(parsed));
    } catch (Problem e) {
      throw Options.wrong(parsed, e.getMessage());
    }
  }

  /// The version, where a schedule is to keep to it.
  Optional<PipelineVersion> pin() {
    return pinned ? Optional.of(version) : Optional.empty();
  }
}
