package io.carbonflow.kfp.cli;

import io.carbonflow.kfp.client.transport.RetryPolicy;
import io.carbonflow.kfp.step.Streams;
import java.time.Clock;
import java.util.Map;

/// What commands find around them.
///
/// @param program the program that they are commands of
/// @param environment the variables that say where Kubeflow is and hold a login
/// @param streams where they show what they have to show
/// @param patience how long they wait for a server
/// @param clock the time
public record CliContext(
    Program program,
    Map<String, String> environment,
    Streams streams,
    RetryPolicy patience,
    Clock clock) {

  /// That of this process.
  public static CliContext of(Program program, Streams streams) {
    return new CliContext(
        program, System.getenv(), streams, RetryPolicy.STANDARD, Clock.systemUTC());
  }
}
