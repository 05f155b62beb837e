// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.Pipelines;
import io.carbonflow.kfp.client.SpecContent;
import io.carbonflow.kfp.client.UploadedPipeline;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `upload`: a pipeline, or a new version of it.
final class UploadCommand implements KubeflowCommand {
  private static final String IMAGE = "--image";

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("upload", "Uploads a pipeline, or a version of it that is"
        + " named after the code's revision.", "The same content again changes nothing.");
    Options.pipeline(spec, "One of " + program.name() + "'s own, such as training, or the YAML file of"
        + " a compiled one.");
    Options.text(spec, Options.VERSION, "NAME",
        "The version's name (default: the code's revision).");
    Options.text(spec, IMAGE, "REF", "The image that the tasks of " + program.name()
        + "'s own pipelines run in"
        + " (default: " + program.image() + ").");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    PipelineDocument document = document(parsed, around.program());
    String version = Options.text(parsed, Options.VERSION).orElse(around.program().revision());
    if (version.equals(Program.NO_REVISION)) {
      throw Options.wrong(parsed, "the code's revision is not known; name the version with "
          + Options.VERSION);
    }
    Pipelines pipelines = kubeflow.pipelines();
    Optional<UploadedPipeline> there = pipelines.find(document.name());
    UploadedPipeline pipeline = there.isPresent() ? there.get()
        : pipelines.create(document.name(), document.description());
    Optional<PipelineVersion> former = pipelines.version(pipeline, version);
    PipelineVersion now = former.isPresent() ? former.get()
        : pipelines.add(pipeline, version, document.text());
    compare(kubeflow, document, now);
    new KeyValueLines(around.streams().out())
        .line("pipeline", pipeline.name())
        .line("version", version)
        .line("result", former.isPresent() ? "unchanged" : "uploaded")
        .line("page", kubeflow.page(now));
    return Commands.OK;
  }

  private static void compare(
      Kubeflow kubeflow, PipelineDocument document, PipelineVersion there) {
    document.content().difference(SpecContent.of(there.spec())).ifPresent(path -> {
      throw new Problem(Place.of(kubeflow.settings().endpoint()), "version " + there.name()
          + " of pipeline " + there.pipeline().name() + " is there with another content (the first"
          + " difference is in " + path + ")",
          "commit your change, or name another version with " + Options.VERSION);
    });
  }

  private static PipelineDocument document(ParseResult parsed, Program program) {
    String name = Options.word(parsed, 0);
    Optional<String> image = Options.text(parsed, IMAGE);
    if (name.matches(".*\\.ya?ml") || Files.exists(Path.of(name))) {
      image.ifPresent(_ -> {
        throw Options.wrong(parsed, IMAGE + ": " + name + " names its images itself");
      });
      return PipelineDocument.read(Path.of(name));
    }
    return PipelineDeclaration.all().stream().filter(own -> own.name().equals(name)).findFirst()
        .map(own -> PipelineDocument.of(name, SpecYaml.write(
            Compiler.compile(own.pipeline(), program.stepImage(image.orElse(program.image()))))))
        .orElseThrow(() -> Options.wrong(parsed, "there is no pipeline " + name + ": "
            + String.join(", ", Options.pipelines()) + ", or a compiled one's YAML file"));
  }
}
