// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.login.Logins;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.client.transport.HttpExchange;
import io.carbonflow.kfp.client.transport.Transport;
import io.carbonflow.kfp.client.transport.TransportException;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTasks;

/// A server of Kubeflow Pipelines.
///
/// ```java
/// var settings = ConnectionSettings.of(System.getenv(),
///     Optional.of("http://localhost:8888"), Optional.empty(), Optional.empty());
/// try (var kubeflow = new Kubeflow(settings, System.getenv(), ClientTimeouts.STANDARD,
///     new CommandHints("wine", "./wine"), System.err::println)) {
///   for (Run run : kubeflow.runs().newest(Optional.empty(), 10)) {
///     System.out.println(run.name() + " " + run.state());
///   }
/// }
/// ```
public final class Kubeflow implements AutoCloseable {
  private final ConnectionSettings settings;
  private final HttpExchange wire;
  private final Logins logins;
  private final Rest rest;
  private Server server;
  private String namespace;

  /// A server. Nothing is sent yet.
  ///
  /// @param environment the variables that may hold a login
  /// @param hints how messages name commands
  /// @param journal takes a line for each request; no line holds a secret
  /// @throws Problem if a secret or the authority's file cannot be read
  public Kubeflow(ConnectionSettings settings, Map<String, String> environment, ClientTimeouts timeouts,
      CommandHints hints, Consumer<String> journal) {
    this.settings = settings;
    boolean secure = Stream.of(settings.endpoint(), settings.dashboard())
        .anyMatch(address -> Address.isHttps(address.base()));
    this.wire = new HttpExchange(settings.authority().filter(_ -> secure), timeouts, journal);
    this.logins = Logins.of(wire, environment, settings.dashboard().at(""));
    this.rest = new Rest(new Transport(logins, timeouts, journal), settings.endpoint(), hints);
  }

  /// Asks the server for any answer, without logging in.
  ///
  /// @throws Problem if there is none
  public void ping() throws InterruptedException {
    try {
      wire.exchange(Call.get(rest.endpoint().at(Rest.API + "healthz")), Map.of());
    } catch (TransportException e) {
      throw e.problem();
    }
  }

  /// What the server says of itself.
  ///
  /// @throws Problem if it does not answer, wants a login, or is not a server of Kubeflow Pipelines
  public Server server() throws InterruptedException {
    if (server == null) {
      HttpAnswer answer =
          rest.transport().ask(Call.get(rest.endpoint().at(Rest.API + "healthz")));
      server = Server.of(Rest.ok(answer, "read its health").json());
    }
    return server;
  }

  /// Asks for something that the API server shows to known users only. Its health it shows
  /// everybody. A server of a single user knows nobody, and no namespace is known before the login is.
  ///
  /// @throws Problem if the login is refused; that somebody may not read there is no problem here
  public void identify() throws InterruptedException {
    if (server().multiUser() && settings.namespace().isPresent()) {
      rest.transport().ask(Call.get(rest.endpoint().at(Rest.API + "experiments",
          Map.of("namespace", settings.namespace().get(), "page_size", "1"))));
    }
  }

  /// The namespace that is worked in; empty if the server has a single user. Where none is named
  /// and the user has one only, it is that.
  ///
  /// @throws Problem if one has to be named
  public String namespace() throws InterruptedException {
    if (namespace == null) {
      namespace = !server().multiUser() ? "" : settings.namespace().isPresent()
          ? settings.namespace().get() : onlyOne();
    }
    return namespace;
  }

  private String onlyOne() throws InterruptedException {
    SortedSet<String> found = new Dashboard(rest.transport(), settings.dashboard()).namespaces();
    if (found.size() != 1) {
      throw new Problem(Place.of(settings.endpoint()),
          "everything belongs to a namespace there, and none is named",
          "set KBFL_NAMESPACE or give --namespace"
              + (found.isEmpty() ? "" : ", one of " + String.join(", ", found)));
    }
    return found.first();
  }

  /// The pipelines.
  public Pipelines pipelines() throws InterruptedException {
    return new Pipelines(rest, namespace());
  }

  /// The experiments.
  public Experiments experiments() throws InterruptedException {
    return new Experiments(rest, namespace());
  }

  /// The runs.
  public Runs runs() throws InterruptedException {
    return new Runs(rest, namespace());
  }

  /// The runs, for a client that follows one for hours: a server that is away for minutes is waited
  /// for.
  Runs followedRuns() throws InterruptedException {
    return new Runs(
        new Rest(rest.transport().forWatching(), rest.endpoint(), rest.hints()), namespace());
  }

  /// The schedules.
  public Schedules schedules() throws InterruptedException {
    return new Schedules(rest, namespace());
  }

  /// The logs.
  public PodLogs logs() {
    return new PodLogs(rest);
  }

  /// A run with its tasks, as it is now.
  ///
  /// @param run the run, which was just read
  public RunStatus status(Run run) throws InterruptedException {
    return status(runs(), run);
  }

  RunStatus status(Runs runs, Run run) throws InterruptedException {
    Optional<Workflow> workflow = runs.workflow(run);
    // It may have ended between the two questions.
    Run now = workflow.filter(found -> found.phase().hasEnded()).isPresent()
        && !run.state().isFinal() ? runs.get(run.id()) : run;
    boolean known = workflow.filter(found -> !found.nodes().isEmpty()).isPresent();
    return new RunStatus(now, workflow, known ? WorkflowTasks.of(workflow.get())
        : ReportedTasks.of(now, taskNames(now)));
  }

  /// A schedule with the runs that it has started, as it is now.
  ///
  /// @param now the time
  public ScheduleStatus status(RecurringRun schedule, Instant now) throws InterruptedException {
    List<RunStatus> runs = new ArrayList<>();
    for (Run run : runs().startedBy(schedule, ScheduleStatus.RUNS)) {
      // Only the newest run may have failed as far as a schedule is concerned.
      boolean over = run.state() == RunState.SUCCEEDED
          || run.state().isFinal() && !runs.isEmpty();
      runs.add(over ? RunStatus.plain(run) : status(run));
    }
    Optional<Diagnosis> why =
        runs.isEmpty() ? Optional.empty() : Diagnosis.of(runs.getFirst(), logs());
    return ScheduleStatus.of(schedule, runs, why, settings.cronZone(), now, rest.hints());
  }

  /// The names of the tasks of a run's pipeline; empty if the server does not give the pipeline.
  private Set<String> taskNames(Run run) throws InterruptedException {
    Optional<PipelineVersion> version = run.versionId().isEmpty() ? Optional.empty()
        : pipelines().versionOf(run.pipelineId(), run.versionId());
    return version.map(ReportedTasks::names).orElse(Set.of());
  }

  /// The page of a run.
  public URI page(Run run) {
    return settings.pages().at("#/runs/details/" + Address.encoded(run.id()));
  }

  /// The page of a version of a pipeline.
  public URI page(PipelineVersion version) {
    return settings.pages().at("#/pipelines/details/"
        + Address.encoded(version.pipeline().id()) + "/version/" + Address.encoded(version.id()));
  }

  /// Where it is.
  public ConnectionSettings settings() {
    return settings;
  }

  /// How messages name commands.
  public CommandHints hints() {
    return rest.hints();
  }

  /// How long it is waited for.
  public ClientTimeouts timeouts() {
    return rest.transport().timeouts();
  }

  /// How the client is logged in, in words that hold no secret.
  public String login() {
    return logins.words();
  }

  /// Ends all connections.
  @Override
  public void close() {
    wire.close();
  }
}
