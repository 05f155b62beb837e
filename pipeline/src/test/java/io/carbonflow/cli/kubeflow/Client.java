// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import module java.base;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.cli.Carbonflow;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.CommandTree;
import io.carbonflow.kfp.client.server.KubeflowServer;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import io.carbonflow.kfp.step.Streams;

/// The commands of `carbonflow kubeflow`, in this JVM and in a hurry, against a server of tests.
///
/// @param environment the variables that the commands find
/// @param revision the revision that the code seems to have
/// @param now the time that it seems to be
public record Client(Map<String, String> environment, String revision, Instant now) {
  /// The usual revision.
  public static final String REVISION = "4f1c2a9e03b7";
  /// Tries again after milliseconds where a person's client waits for seconds. A busy machine has its time to answer.
  static final ClientTimeouts HURRY = new ClientTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30),
      new RetryPolicy(5, Duration.ofMillis(4), Duration.ofMillis(40), RetryPolicy.Growth.DOUBLING),
      Duration.ofMillis(1));
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  /// A client when the servers of tests start.
  public Client(Map<String, String> environment, String revision) {
    this(environment, revision, START);
  }

  /// A client whose environment names nothing but the endpoint.
  public static Client of(KubeflowServer server) {
    return new Client(Map.of("KBFL_ENDPOINT", server.endpoint()), REVISION);
  }

  /// This client with another variable.
  public Client with(String name, Object value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value.toString());
    return new Client(more, revision, now);
  }

  /// This client, built from another revision.
  public Client built(String from) {
    return new Client(environment, from, now);
  }

  /// This client at another time.
  public Client at(String time) {
    return new Client(environment, revision, Instant.parse(time));
  }

  /// Runs a command.
  public Outcome run(Object... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = run(out, err, args);
    return new Outcome(exit, out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command that shows everything in one place, as a terminal does.
  public Outcome runTogether(Object... args) {
    var both = new ByteArrayOutputStream();
    int exit = run(both, both, args);
    return new Outcome(exit, both.toString(StandardCharsets.UTF_8), "");
  }

  private int run(OutputStream out, OutputStream err, Object... args) {
    String[] words = new String[args.length + 1];
    words[0] = "kubeflow";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    return CommandTree.execute(new CliContext(Carbonflow.program(revision), environment, new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8)), HURRY,
        Clock.fixed(now, ZoneOffset.UTC)), words);
  }
}
