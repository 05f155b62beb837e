// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.workflow.Workflow;

/// The runs of a namespace.
///
/// @param rest sends requests
/// @param namespace the namespace; empty on a server of a single user
public record Runs(Rest rest, String namespace) {
  private static final String UNREADABLE = "read runs";
  private static final int MANY = 100;
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /// The newest runs, newest first.
  ///
  /// @param experiment those of one experiment only
  /// @param most how many
  public List<Run> newest(Optional<Experiment> experiment, int most) throws InterruptedException {
    return rest.list("runs", Map.of("sort_by", "created_at desc", "namespace", namespace,
        "experiment_id", experiment.map(Experiment::id).orElse("")), "runs", most, UNREADABLE)
        .stream().map(Run::of).toList();
  }

  /// The newest runs that a schedule has started, newest first.
  ///
  /// @param most how many
  public List<Run> startedBy(RecurringRun schedule, int most) throws InterruptedException {
    return filtered("recurring_run_id", schedule.id(), most);
  }

  /// The runs of a state, newest first.
  ///
  /// @param most how many
  public List<Run> in(RunState state, int most) throws InterruptedException {
    return filtered("state", state.name(), most);
  }

  private List<Run> filtered(String key, String value, int most) throws InterruptedException {
    return listed(key, value, most).stream().map(Run::of).toList();
  }

  /// The runs of a name, newest first.
  public List<Run> named(String name) throws InterruptedException {
    return filtered("display_name", name, MANY);
  }

  /// The run of an id, with its tasks.
  ///
  /// @throws Problem if there is none
  public Run get(String id) throws InterruptedException {
    return rest.find("runs/" + Address.encoded(id), Map.of(), UNREADABLE).map(Run::of).orElseThrow(
        () -> none(id));
  }

  /// The run that a person means, with its tasks.
  ///
  /// @param nameOrId its name or its id
  /// @throws Problem if there is none, or several have that name
  public Run meant(String nameOrId) throws InterruptedException {
    if (nameOrId.matches(ID)) {
      Optional<Run> run = rest.find("runs/" + Address.encoded(nameOrId), Map.of(), UNREADABLE).map(Run::of);
      if (run.isPresent()) {
        return run.get();
      }
    }
    List<Run> named = named(nameOrId);
    if (named.size() > 1) {
      throw new Problem(Place.of("run " + nameOrId), named.size() + " runs have that name: "
          + named.stream().map(run -> run.id() + " (" + run.stateInWords() + run.created()
              .map(time -> ", " + time).orElse("") + ")").collect(Collectors.joining(", ")),
          "name one by its id");
    }
    if (named.isEmpty()) {
      throw none(nameOrId);
    }
    return get(named.getFirst().id());
  }

  /// The Argo workflow that a run is carried out as. Only `v1beta1` hands it out; it knows more than
  /// what `v2beta1` tells of tasks, and sooner.
  ///
  /// @return empty if the server has none: another release, or a run that was not started yet
  public Optional<Workflow> workflow(Run run) throws InterruptedException {
    HttpAnswer answer =
        rest.transport().ask(Call.get(rest.endpoint().at("apis/v1beta1/runs/" + run.id())));
    return answer.isOk() && answer.isOf("application/json")
        ? ServerJson.parse(answer.json().part("pipeline_runtime").text("workflow_manifest"))
            .map(Workflow::of)
        : Optional.empty();
  }

  /// Starts a run.
  public Run start(RunRequest request) throws InterruptedException {
    IdempotencyKey mark = IdempotencyKey.create();
    return start(request.name(), mark, request.message(mark));
  }

  /// Starts a run of a pipeline that is not uploaded.
  public Run start(InlineRun request) throws InterruptedException {
    IdempotencyKey mark = IdempotencyKey.create();
    return start(request.name(), mark, request.message(mark));
  }

  private Run start(String name, IdempotencyKey mark, JsonObject message) throws InterruptedException {
    return Run.of(rest.create("runs", message,
        () -> look(name).stream().filter(mark::isOn).findFirst(), "start run " + name));
  }

  /// Has a run stopped; it takes a while until it is.
  public void stop(Run run) throws InterruptedException {
    act(run, ":terminate", state -> state == RunState.CANCELING || state.isFinal(), "stop");
  }

  /// Has the failed tasks of a run run again.
  public void retry(Run run) throws InterruptedException {
    act(run, ":retry", state -> !state.isFinal(), "retry");
  }

  private void act(Run run, String verb, Predicate<RunState> done, String word)
      throws InterruptedException {
    URI uri = rest.endpoint().at(Rest.API + "runs/" + Address.encoded(run.id()) + verb);
    rest.act(Call.post(uri), () -> rest.find("runs/" + Address.encoded(run.id()), Map.of(), UNREADABLE)
        .filter(json -> done.test(Run.of(json).state())),
        word + " run " + run.name());
  }

  private List<ServerJson> look(String name) throws InterruptedException {
    return listed("display_name", name, MANY);
  }

  private List<ServerJson> listed(String key, String value, int most)
      throws InterruptedException {
    return rest.list("runs", Map.of("sort_by", "created_at desc", "namespace", namespace,
        "filter", Rest.filter(key, value)), "runs", most, UNREADABLE);
  }

  private Problem none(String nameOrId) {
    return new Problem(Place.of(rest.endpoint()), "there is no run " + nameOrId,
        rest.hints().kubeflow("runs") + " lists them");
  }
}
