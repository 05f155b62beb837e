// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// What a person can do where this JVM has run out of something. Java tells of it in as many ways as
/// there are places in which it can happen.
final class Exhausted {
  private static final String TOO_MANY_FILES = "Too many open files";

  private Exhausted() {}

  /// The problem behind an exception; empty where it is another one.
  static Optional<Problem> of(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof OutOfMemoryError) {
        return Optional.of(memory(Runtime.getRuntime().maxMemory() >> 20, thrown));
      }
      if (e instanceof StackOverflowError) {
        return Optional.of(new Problem(Place.of("input"), "something in it lies too deep in itself",
            "look at it with another program", thrown));
      }
      // A class that is not found lies in a jar that cannot be opened: the build has looked for it.
      if (e instanceof LinkageError || String.valueOf(e.getMessage()).contains(TOO_MANY_FILES)) {
        return Optional.of(new Problem(Place.of("files"), "this process may open too few at once",
            "raise the limit with ulimit -n 1024, and if that does not help build the program again",
            thrown));
      }
    }
    return Optional.empty();
  }

  private static Problem memory(long megabytes, Throwable cause) {
    return new Problem(Place.of("memory"),
        "the " + megabytes + " MB that this JVM may use are too few",
        "raise the container's memory limit, or set CARBONFLOW_JAVA_OPTIONS=-Xmx"
            + 2 * megabytes + "m", cause);
  }
}
