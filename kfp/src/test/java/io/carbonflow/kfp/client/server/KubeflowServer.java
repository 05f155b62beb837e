// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// A server that behaves as Kubeflow Pipelines 2.17 does: the page's server with the API below
/// `/pipeline`, a dashboard at `/`, and a gate before both. The API server alone, as behind
/// `kubectl port-forward`, is below `/direct`. Runs get on whenever somebody looks at them. Its
/// clock begins on 5 January 2026 and goes on by ten seconds at each request.
public final class KubeflowServer implements AutoCloseable {
  private final Listener listener;
  private final Gate gate;
  private final Namespaces namespaces;
  private final Api api;

  private KubeflowServer(int port, Optional<SSLContext> tls, Gate gate, List<String> namespaces)
      throws IOException {
    this.gate = gate;
    this.namespaces = new Namespaces(namespaces);
    api = new Api(this.namespaces);
    listener = new Listener(port, tls, this::reply);
  }

  /// Starts a server.
  ///
  /// @param namespaces the user's namespaces; none for a server of a single user
  public static KubeflowServer start(Gate gate, String... namespaces) throws IOException {
    return start(0, gate, namespaces);
  }

  /// Starts a server at a port.
  static KubeflowServer start(int port, Gate gate, String... namespaces) throws IOException {
    return new KubeflowServer(port, Optional.empty(), gate, List.of(namespaces));
  }

  /// Starts a server that speaks TLS.
  public static KubeflowServer startTls(Gate gate, SSLContext context) throws IOException {
    return new KubeflowServer(0, Optional.of(context), gate, List.of());
  }

  /// What a server keeps of a pipeline that was uploaded.
  public static JsonObject kept(String yaml) {
    return KeptSpec.of(yaml);
  }

  /// The address of the dashboard.
  public String url() {
    return listener.url();
  }

  /// What `KBFL_ENDPOINT` is set to.
  public String endpoint() {
    return url() + "/pipeline";
  }

  /// The API server without the page's server in front.
  public String direct() {
    return url() + "/direct";
  }

  /// What stands before it.
  public Gate gate() {
    return gate;
  }

  /// Has the next request fail that matches.
  ///
  /// @param request a regular expression for method and path, such as `POST .*/runs`
  public KubeflowServer fail(String request, Fault fault) {
    listener.faults().add(request, fault);
    return this;
  }

  /// Has a task of each run fail from now on; none if the name is empty.
  public KubeflowServer failTask(String name) {
    api.runs().failing = name;
    return this;
  }

  /// Has the pods of a task wait from now on.
  ///
  /// @param why what Argo says of it; empty if it says nothing
  public KubeflowServer holdTask(String name, String why) {
    api.runs().held.put(name, why);
    return this;
  }

  /// Lets the pods of all tasks start.
  public void releaseTasks() {
    api.runs().held.clear();
  }

  /// Has Argo compress the nodes of runs that are started from now on. Kubeflow then does not see what
  /// becomes of them.
  public void compressNodes() {
    api.runs().large = true;
  }

  /// Has a schedule start a run.
  ///
  /// @return the run's id
  public synchronized String startScheduled(String schedule) {
    return api.schedules().start(schedule);
  }

  /// Lets a run go on to its end.
  public synchronized void finish(String run) {
    api.finish(run);
  }

  /// A schedule, as the server keeps it.
  public synchronized JsonObject schedule(String name) {
    return api.schedules().schedules.find("display_name", name).orElseThrow().deepCopy();
  }

  /// The run that was started last, as the server keeps it.
  public synchronized JsonObject lastRun() {
    return api.runs().runs.all().getLast().deepCopy();
  }

  /// Has the task `notify` of all runs say something else of its message than that it has arrived.
  public void webhookSays(String line) {
    api.runs().logs().webhook = line;
  }

  /// Makes more runs like one, called `run-2` and so on.
  public void copyRun(String id, int times) {
    api.runs().copy(id, times);
  }

  /// Takes a pipeline out of its namespace, so that all share it.
  public void share(String pipeline) {
    api.pipelines().pipelines.find("name", pipeline).orElseThrow().remove("namespace");
  }

  /// Has so many things happen at each look at a run.
  KubeflowServer pace(int things) {
    api.runs().pace = things;
    return this;
  }

  /// Takes the pods away; what Argo has archived stays.
  public void removePods() {
    api.runs().logs().podsAreGone = true;
  }

  /// Takes away what Argo has archived.
  public void removeArchive() {
    api.runs().logs().archiveIsGone = true;
  }

  /// Has something happen once, before the next request that matches is answered.
  public void onRequest(String request, Runnable event) {
    listener.faults().add(request, new Fault.Meanwhile(event));
  }

  /// Method and path of all requests so far that match.
  public List<String> requests(String regex) {
    return listener.requests(regex);
  }

  private synchronized Reply reply(Request request) {
    Reply locked = gate.check(request);
    if (locked != null) {
      return locked;
    } else if (request.is("GET", "/?")) {
      return Reply.page(200, "Kubeflow Central Dashboard", "<main-page></main-page>");
    } else if (request.is("GET", "/api/workgroup/env-info")) {
      return Reply.json(200, namespaces.envInfo());
    }
    return api.handle(request);
  }

  @Override
  public void close() {
    listener.close();
  }
}
