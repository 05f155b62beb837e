// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.doctor.Doctor;
import io.carbonflow.kfp.client.doctor.DoctorCheck;
import io.carbonflow.kfp.client.doctor.DoctorContext;
import io.carbonflow.kfp.client.doctor.DoctorFinding;
import io.carbonflow.kfp.client.doctor.TestMessage;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `doctor`: is everything there, and does everything get on?
final class DoctorCommand implements KubeflowCommand {
  private static final String BUCKET = "--bucket";
  private static final String S3_ENDPOINT = "--s3-endpoint";
  private static final String TEST_MESSAGE = "--test-message";
  private static final String IMAGE = "--image";
  private static final String TIMEOUT = "--timeout";
  private static final Duration USUAL = Duration.ofMinutes(5);

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("doctor", "Looks whether everything is there that a pipeline"
        + " needs, whether schedules start, and whether runs get on. Changes nothing, other than by "
        + TEST_MESSAGE + ".");
    if (program.doctor().isEmpty()) {
      return spec;
    }
    Options.text(spec, BUCKET, "URI", "The bucket that pipelines use, s3://BUCKET[/PREFIX].");
    Options.text(spec, S3_ENDPOINT, "URL",
        "The endpoint of an S3-compatible store (default: AWS_ENDPOINT_URL_S3, else Amazon's).");
    Options.flag(spec, TEST_MESSAGE, "Have a pod of the namespace tell the webhook of a run that"
        + " fails on purpose.");
    Options.text(spec, IMAGE, "REF", "With " + TEST_MESSAGE + ": the image (default: that of the"
        + " newest version of " + program.name() + "'s pipelines).");
    Options.text(spec, Options.SERVICE_ACCOUNT, "NAME", "With " + TEST_MESSAGE
        + ": the service account of the pods (default: the server's).");
    Options.text(spec, TIMEOUT, "TIME", "With " + TEST_MESSAGE + ": how long it may take, such as"
        + " 10m (default: 5m).");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    DoctorContext context = around.program().doctor()
        .map(ours -> context(parsed, kubeflow, around, ours))
        .orElseGet(() -> DoctorContext.of(kubeflow, around.clock()));
    boolean well = Doctor.examine(
        around.program().doctor().isPresent() ? Doctor.CHECKS : Doctor.OF_KUBEFLOW, context, (check, finding) ->
        around.streams().out().println(line(check, finding)));
    return well ? Commands.OK : Commands.FAILED;
  }

  private static DoctorContext context(
      ParseResult parsed, Kubeflow kubeflow, CliContext around, Program.Doctor ours) {
    return new DoctorContext(kubeflow,
        ours.buckets().open(Options.text(parsed, BUCKET),
            Options.text(parsed, S3_ENDPOINT).orElse(""), around.environment()),
        ours.secret(), message(parsed, around, ours), around.clock());
  }

  private static Optional<TestMessage> message(
      ParseResult parsed, CliContext around, Program.Doctor ours) {
    if (Options.flag(parsed, TEST_MESSAGE)) {
      return Optional.of(new TestMessage(
          image -> SpecYaml.write(
              Compiler.compile(ours.message(), around.program().stepImage(image))),
          around.program().name(), ours.words(), Options.text(parsed, IMAGE), Options.pipelines(),
          Options.text(parsed, Options.SERVICE_ACCOUNT),
          Options.span(parsed, TIMEOUT).orElse(USUAL), around.streams().err()::println));
    }
    for (String option : List.of(IMAGE, Options.SERVICE_ACCOUNT, TIMEOUT)) {
      Options.text(parsed, option).ifPresent(_ -> {
        throw Options.wrong(parsed, option + ": has no meaning without " + TEST_MESSAGE);
      });
    }
    return Optional.empty();
  }

  private static String line(DoctorCheck check, DoctorFinding finding) {
    String word = switch (finding) {
      case DoctorFinding.Ok _ -> "ok";
      case DoctorFinding.Failed _ -> "failed";
      case DoctorFinding.Skipped _ -> "skipped";
    };
    String head = String.format("%-10s  %-7s  ", check.name(), word);
    return head + finding.what().replace("\n", "\n" + " ".repeat(head.length()));
  }
}
