// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.client.Diagnosis;
import io.carbonflow.kfp.client.InlineRun;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.client.RunWatch;
import io.carbonflow.kfp.client.Span;
import io.carbonflow.kfp.client.UploadedPipeline;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.WorkflowTask;

/// A message to the webhook from a pod of the namespace. Whoever asks for it knows neither the
/// webhook's address, which is in a secret, nor the network that the pods are in.
///
/// @param pipeline the compiled pipeline that sends it, by its image
/// @param program the program that sends it, which its experiment is called by
/// @param words what that says in its log
/// @param image the image; empty for that of the newest version of `owners`
/// @param owners the names of pipelines that have a fitting image
/// @param serviceAccount the Kubernetes service account of the pods, if it is not the usual one
/// @param limit how long it may take
/// @param show takes a line for each task that has changed its state
public record TestMessage(Function<String, String> pipeline, String program, Words words, Optional<String> image,
    List<String> owners, Optional<String> serviceAccount, Duration limit, Consumer<String> show) {
  /// What is to be looked for.
  ///
  /// @param task the task that sends the message
  /// @param all what is in the line of its log that says what came of it
  /// @param well what is in that line if the message has arrived
  /// @param remedy what to do if it has not
  public record Words(String task, String all, String well, String remedy) {}

  /// Sends it, and waits for the result. The run stays in an experiment of its own.
  ///
  /// @throws Problem if no run can be started
  DoctorFinding send(Kubeflow kubeflow, Instant now) throws InterruptedException {
    String chosen = image.isPresent() ? image.get() : newest(kubeflow);
    Run run = kubeflow.runs().start(new InlineRun(
        program + "-doctor " + now.truncatedTo(ChronoUnit.SECONDS),
        kubeflow.experiments().findOrCreate(program + "-doctor"), pipeline.apply(chosen), serviceAccount));
    RunStatus status = new RunWatch(kubeflow, show).until(run, Optional.of(limit));
    if (!status.state().isFinal()) {
      kubeflow.runs().stop(run);
      return failed(kubeflow, run, "has not ended within " + Span.of(limit) + " and is being stopped"
          + status.tasks().waiting().stream().findFirst()
              .map(task -> "; " + task.label() + " waits: " + task.message()).orElse(""));
    }
    Optional<String> said = said(kubeflow, status);
    if (said.isEmpty()) {
      return failed(kubeflow, run, "has ended as " + status.state() + ", and nothing is to be seen of"
          + " task " + words.task() + Diagnosis.of(status, kubeflow.logs())
              .map(why -> "; task " + why.task() + " failed: " + why.message()).orElse(""));
    }
    return said.get().contains(words.well())
        ? new DoctorFinding.Ok(said.get() + ", by run " + run.name() + ", which fails on purpose")
        : new DoctorFinding.Failed(said.get() + "; " + words.remedy());
  }

  private static DoctorFinding failed(Kubeflow kubeflow, Run run, String what) {
    return new DoctorFinding.Failed("run " + run.name() + " " + what + "; see " + kubeflow.page(run));
  }

  /// What the last pod of the task says that came of it.
  private Optional<String> said(Kubeflow kubeflow, RunStatus status) throws InterruptedException {
    List<Node> pods = status.tasks().meant(words.task()).stream().map(WorkflowTask::pods)
        .flatMap(List::stream).toList();
    return pods.isEmpty() ? Optional.empty()
        : kubeflow.logs().read(status, pods.getLast()).lines()
            .filter(line -> line.contains(words.all())).reduce((_, later) -> later);
  }

  /// The image of the newest version of pipelines that are uploaded.
  private String newest(Kubeflow kubeflow) throws InterruptedException {
    List<PipelineVersion> versions = new ArrayList<>();
    for (String owner : owners) {
      Optional<UploadedPipeline> found = kubeflow.pipelines().find(owner);
      if (found.isPresent()) {
        kubeflow.pipelines().latest(found.get()).ifPresent(versions::add);
      }
    }
    return versions.stream().sorted(Comparator.comparing((PipelineVersion version) ->
            version.created().orElse(Instant.EPOCH)).reversed())
        .flatMap(version -> image(version).stream()).findFirst()
        .orElseThrow(() -> new Problem(Place.of("--test-message"), "no pipeline of "
            + program + "'s is uploaded, so it is not known which image to take", "give --image=REF"));
  }

  /// The image of the task of that name, which sends messages there too.
  private Optional<String> image(PipelineVersion version) {
    String image = new ServerJson(version.pipelineSpec()).part("deploymentSpec").part("executors")
        .part("exec-" + words.task()).part("container").text("image");
    return Optional.of(image).filter(text -> !text.isEmpty());
  }
}
