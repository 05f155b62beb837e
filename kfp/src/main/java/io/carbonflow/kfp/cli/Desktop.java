// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;

/// Opens files as a desktop does.
final class Desktop {
  private Desktop() {}

  /// Prints where a file is, and opens it where a person sits at a desktop.
  static void open(Path file, CliContext context) throws IOException {
    context.streams().out().println(file);
    Optional<Path> opener = opener(context.environment());
    if (opener.isPresent() && context.streams().isWatched()) {
      new ProcessBuilder(opener.get().toString(), file.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
  }

  /// The program that opens files, if there is a desktop. It is looked for, for to try costs a failure's message.
  static Optional<Path> opener(Map<String, String> environment) {
    boolean mac = Files.isDirectory(Path.of("/System/Library"));
    if (!mac && Stream.of("DISPLAY", "WAYLAND_DISPLAY").allMatch(name -> environment.getOrDefault(name, "").isEmpty())) {
      return Optional.empty();
    }
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(mac ? "open" : "xdg-open")).filter(Files::isExecutable).findFirst();
  }
}
