package io.carbonflow.kubeflow.server;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// A server that behaves as Kubeflow Pipelines 2.17 does: the page's server with the API below
/// `/pipeline`, a dashboard at `/`, and a gate before both. The API server alone, as behind
/// `kubectl port-forward`, is below `/direct`. Runs get on whenever somebody looks at them. Its clock
/// begins on 5 January 2026 and goes on by ten seconds at each request.
public final class KubeflowServer implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final String RELEASE = "2.17.0";

  private final Listener listener;
  private final Gate gate;
  private final Namespaces namespaces;
  private final PipelineApi pipelines;
  private final RunApi runs;
  private final ScheduleApi schedules;
  private final AtomicLong ticks = new AtomicLong();

  private KubeflowServer(int port, Optional<SSLContext> tls, Gate gate, List<String> namespaces)
      throws IOException {
    this.gate = gate;
    this.namespaces = new Namespaces(namespaces);
    Ids ids = new Ids();
    pipelines = new PipelineApi(ids, () -> now().toString(), this.namespaces);
    runs = new RunApi(ids, this::now, this.namespaces, pipelines);
    schedules = new ScheduleApi(ids, () -> now().toString(), this.namespaces, pipelines);
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
    runs.failing = name;
    return this;
  }

  /// Makes more runs like one, called `run-2` and so on.
  public void copyRun(String id, int times) {
    runs.copy(id, times);
  }

  /// Takes a pipeline out of its namespace, so that all share it.
  public void share(String pipeline) {
    pipelines.pipelines.find("name", pipeline).orElseThrow().remove("namespace");
  }

  /// Takes the pods away; what Argo has archived stays.
  public void removePods() {
    runs.podsAreGone = true;
  }

  /// Takes away what Argo has archived.
  public void removeArchive() {
    runs.archiveIsGone = true;
  }

  /// Has something happen once, before the next request that matches is answered.
  public void onRequest(String request, Runnable event) {
    listener.faults().add(request, new Fault.Meanwhile(event));
  }

  /// Method and path of all requests so far that match.
  public List<String> requests(String regex) {
    return listener.requests(regex);
  }

  private Instant now() {
    return START.plusSeconds(10 * ticks.get());
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
    boolean page = request.path().startsWith("/pipeline/");
    Request inner = request.below("/pipeline").below("/direct");
    if (inner.is("GET", "/apis/v2beta1/healthz")) {
      return Reply.json(200, health(page));
    } else if (page && inner.is("GET", "/k8s/pod/logs")) {
      return podLog(inner);
    } else if (!inner.path().startsWith("/apis/") || page && inner.path().contains("v1alpha1")) {
      return page ? Reply.page(200, "Kubeflow Pipelines", "<div id=\"root\"></div>")
          : Reply.of(404, "text/plain", "404 page not found");
    }
    return api(inner);
  }

  private Reply api(Request request) {
    ticks.incrementAndGet();
    try {
      return Stream.<Reply>of(
              pipelines.handle(request), runs.handle(request), schedules.handle(request))
          .filter(reply -> reply != null).findFirst().orElseThrow(
              () -> new Refused(Refused.Code.NOT_FOUND, "Not Found"));
    } catch (Refused e) {
      return e.reply();
    }
  }

  private JsonObject health(boolean page) {
    JsonObject health = new JsonObject();
    health.addProperty(page ? "apiServerTagName" : "tag_name", RELEASE);
    health.addProperty("multi_user", namespaces.areThere());
    if (page) {
      health.addProperty("apiServerReady", true);
      health.addProperty("apiServerMultiUser", namespaces.areThere());
    }
    return health;
  }

  private Reply podLog(Request request) {
    String log = runs.podsAreGone ? null : runs.podLog("", request.query("podname"));
    return log == null ? Reply.of(500, "text/html; charset=utf-8",
        "Could not get main container logs: Error: Unable to retrieve workflow status")
        : Reply.of(200, "application/octet-stream", log);
  }

  @Override
  public void close() {
    listener.close();
  }

  /// Runs a server until its process is ended: `--port=N --namespace=NAME --fail=TASK`, all
  /// optional. Prints lines that a shell may `eval`: endpoint, login and password.
  public static void main(String[] args) throws IOException {
    int port = 0;
    String namespace = "team";
    String failing = "";
    for (String arg : args) {
      String value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.substring(0, Math.max(0, arg.indexOf('=')))) {
        case "--port" -> port = Integer.parseInt(value);
        case "--namespace" -> namespace = value;
        case "--fail" -> failing = value;
        default -> throw new IllegalArgumentException(
            arg + " is not --port=N, --namespace=NAME or --fail=TASK");
      }
    }
    KubeflowServer server = start(port, Gate.ofDex("user@example.com", "12341234"), namespace)
        .failTask(failing);
    System.out.printf("""
        export KBFL_URL=%s
        export KBFL_ENDPOINT=%s
        export KBFL_LOGIN=user@example.com
        export KBFL_PASSWORD=12341234
        """, server.url(), server.endpoint());
    System.out.flush();
  }
}
