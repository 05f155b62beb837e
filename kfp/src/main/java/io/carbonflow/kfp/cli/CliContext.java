// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import io.carbonflow.kfp.step.Streams;

/// What commands find around them.
///
/// @param program the program that they are commands of
/// @param environment the variables that say where Kubeflow is and hold a login
/// @param streams where they show what they have to show
/// @param timeouts how long they wait for a server
/// @param clock the time
public record CliContext(
    Program program,
    Map<String, String> environment,
    Streams streams,
    ClientTimeouts timeouts,
    Clock clock) {

  /// That of this process.
  public static CliContext of(Program program, Streams streams) {
    return new CliContext(
        program, System.getenv(), streams, ClientTimeouts.STANDARD, Clock.systemUTC());
  }
}
