// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;

/// The build that this program runs from, where the launcher has built a checkout. As long as a process holds it, another build
/// of the checkout leaves its jars where they are.
///
/// @param channel has a shared lock of the build; empty where nothing was built, or where there are no locks
record HeldBuild(Optional<FileChannel> channel) implements AutoCloseable {
  /// Holds the build that the launcher names.
  static HeldBuild ofLauncher() {
    String build = System.getProperty("carbonflow.build", "");
    return build.isEmpty() ? new HeldBuild(Optional.empty()) : of(Path.of(build));
  }

  /// Holds a build, also somebody else's.
  ///
  /// @param build its folder
  static HeldBuild of(Path build) {
    try {
      FileChannel channel = FileChannel.open(build.resolve("built"), StandardOpenOption.READ);
      if (channel.tryLock(0, Long.MAX_VALUE, true) != null) {
        return new HeldBuild(Optional.of(channel));
      }
      channel.close();
    } catch (IOException _) {
      // The program runs without it.
    }
    return new HeldBuild(Optional.empty());
  }

  @Override
  public void close() {
    channel.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
