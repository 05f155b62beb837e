// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;

/// Whether a child of this process can be interrupted as with Ctrl-C.
public final class Interrupts {
  private Interrupts() {}

  /// What a shell starts in the background may ignore the signal, and so do its children.
  public static boolean areIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status) && Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
