// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.components.notify.Ending.Failed;
import io.carbonflow.components.notify.Ending.Stopped;
import io.carbonflow.components.notify.Ending.Well;
import io.carbonflow.kfp.kubernetes.KubernetesApi;
import io.carbonflow.kfp.kubernetes.Unread;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.workflow.LogLines;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTask;
import io.carbonflow.kfp.workflow.WorkflowTasks;

/// The run that the exit task is part of, as its Argo workflow in Kubernetes shows it. Its phase is
/// `Running` still, as the exit task is; how the tasks have ended that the exit task stands behind is
/// known.
///
/// @param kubernetes where the workflow is
/// @param journal takes a line where a log could not be had
record OwnRun(KubernetesApi kubernetes, Consumer<String> journal) {
  private static final int LINES = 50;
  private static final String PROGRAM = "carbonflow";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

  /// How the run has ended.
  ///
  /// @param ended names the workflow, and the part of the pipeline that the exit task stands behind
  /// @throws Unread if that cannot be found out in this way
  Ending ending(FinalStatus ended) throws Unread, InterruptedException {
    ServerJson manifest = manifest(ended.workflow());
    try {
      return ending(Workflow.of(manifest), ended.task());
    } catch (Problem e) {
      throw new Unread(e.getMessage(), e);
    } catch (RuntimeException e) { // Whatever it holds, the exit task has to end well.
      throw new Unread("it is not as Argo writes it", e);
    }
  }

  private ServerJson manifest(String name) throws Unread, InterruptedException {
    if (name.isEmpty()) {
      throw new Unread("the final status does not name it", null);
    }
    String text = kubernetes.get("/apis/argoproj.io/v1alpha1/namespaces/"
        + checked(kubernetes.account().namespace()) + "/workflows/" + checked(name),
        InputLimits.WORKFLOW);
    ServerJson manifest = ServerJson.parse(text).filter(json -> json.object().has("status"))
        .orElseThrow(() -> new Unread("Kubernetes' answer is not a workflow", null));
    if (!manifest.part("status").text("offloadNodeStatusVersion").isEmpty()) {
      throw new Unread("Argo keeps its nodes in a database", null);
    }
    return manifest;
  }

  private Ending ending(Workflow workflow, String name) throws Unread, InterruptedException {
    if (workflow.stopped()) {
      return new Stopped();
    }
    List<WorkflowTask> guarded = WorkflowTasks.of(workflow).all().stream()
        .filter(task -> task.tasks().contains(name)).toList();
    Optional<WorkflowTask> failed = new WorkflowTasks(guarded).failed();
    if (failed.isPresent()) {
      return failed(failed.get());
    }
    WorkflowTask part = guarded.stream().filter(task -> task.name().equals(name)).findFirst()
        .orElseThrow(() -> new Unread("it has no part '" + name + "'", null));
    return switch (part.state()) {
      case SUCCEEDED -> new Well();
      case FAILED -> new Failed("", part.message(), "");
      case PENDING, RUNNING, SKIPPED, OMITTED ->
          throw new Unread("it says that '" + name + "' is " + part.state(), null);
    };
  }

  private Failed failed(WorkflowTask task) throws InterruptedException {
    Failed failed = new Failed(task.label(), task.message(), "");
    Optional<Node> pod = task.telling();
    try {
      return pod.isEmpty() ? failed : failed.with(line(pod.get()));
    } catch (Unread e) {
      journal.accept("the log of " + task.label() + " cannot be read: " + e.getMessage());
      return failed;
    }
  }

  private String line(Node pod) throws Unread, InterruptedException {
    return LogLines.of(PROGRAM, kubernetes.get("/api/v1/namespaces/"
        + checked(kubernetes.account().namespace()) + "/pods/" + checked(pod.pod())
        + "/log?container=main&tailLines=" + LINES + "&limitBytes=" + InputLimits.LOG_TAIL, InputLimits.LOG_TAIL))
        .telling().orElse("");
  }

  private static String checked(String name) throws Unread {
    if (NAME.matcher(name).matches()) {
      return name;
    }
    throw new Unread("'" + name + "' is not a name in Kubernetes", null);
  }
}
