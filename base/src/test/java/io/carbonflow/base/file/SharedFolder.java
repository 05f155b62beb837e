// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import module java.base;
import org.junit.jupiter.api.Assumptions;

/// What is not part of this project and may be next to the checkout, such as Seattle's own tables: in the
/// folder `shared`, or where `CARBONFLOW_SHARED` says. Tests that need it are skipped where it is not
/// there, and say so in the build's output: a report counts them, but keeps the reason to itself.
public final class SharedFolder {
  private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

  private SharedFolder() {}

  /// A file or folder of it; the test is skipped where there is none.
  ///
  /// @param name its path in the folder, such as `data`
  public static Path part(String name) {
    Path part = Path.of(System.getenv().getOrDefault("CARBONFLOW_SHARED", "../../shared"))
        .resolve(name).toAbsolutePath().normalize();
    boolean there = Files.exists(part);
    if (!there && TOLD.add(part)) {
      System.out.println("SKIPPED: there is no " + part + "; some tests need it");
    }
    Assumptions.assumeTrue(there, "skipped: there is no " + part);
    return part;
  }
}
