package io.carbonflow.cli.kubeflow;

import io.carbonflow.components.provenance.Origin;
import io.carbonflow.kubeflow.transport.Patience;
import io.carbonflow.step.Streams;
import java.time.Clock;
import java.util.Map;

/// What commands find around them.
///
/// @param environment the variables that say where Kubeflow is and hold a login
/// @param revision the code's revision; `unknown` where it was not built from a repository
/// @param streams where they show what they have to show
/// @param patience how long they wait for a server
/// @param clock the time
public record Surroundings(
    Map<String, String> environment,
    String revision,
    Streams streams,
    Patience patience,
    Clock clock) {

  /// Where the build does not know a revision.
  static final String NO_REVISION = "unknown";

  /// Those of this process.
  public static Surroundings of(Streams streams) {
    return new Surroundings(
        System.getenv(), Origin.ofThisBuild().revision(), streams, Patience.STANDARD, Clock.systemUTC());
  }
}
