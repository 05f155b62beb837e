package io.carbonflow.cli.kubeflow;

import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.kubeflow.doctor.Check;
import io.carbonflow.kubeflow.doctor.Doctor;
import io.carbonflow.kubeflow.doctor.Finding;
import io.carbonflow.kubeflow.doctor.Patient;
import io.carbonflow.pipelines.Cluster;
import io.carbonflow.step.Commands;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `doctor`: is everything there?
final class DoctorCommand implements KubeflowCommand {
  private static final String BUCKET = "--bucket";
  private static final String S3_ENDPOINT = "--s3-endpoint";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("doctor", "Looks whether everything is there that a pipeline"
        + " needs. Changes nothing.");
    Options.text(spec, BUCKET, "URI", "The bucket that pipelines use, s3://BUCKET[/PREFIX].");
    Options.text(spec, S3_ENDPOINT, "URL",
        "The endpoint of an S3-compatible store (default: AWS_ENDPOINT_URL_S3, else Amazon's).");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, Surroundings around) throws Exception {
    Patient patient = new Patient(kubeflow, Options.text(parsed, BUCKET).map(StoreUri::parse),
        StoreOptions.of(around.environment())
            .withEndpoint(Options.text(parsed, S3_ENDPOINT).orElse("")), Cluster.SECRET);
    boolean well = Doctor.examine(Doctor.CHECKS, patient, (check, finding) ->
        around.streams().out().println(line(check, finding)));
    return well ? Commands.OK : Commands.FAILED;
  }

  private static String line(Check check, Finding finding) {
    String word = switch (finding) {
      case Finding.Ok _ -> "ok";
      case Finding.Failed _ -> "failed";
      case Finding.Skipped _ -> "skipped";
    };
    return String.format("%-10s  %-7s  %s", check.name(), word, finding.what());
  }
}
