// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import module java.base;

/// The builds of a checkout, each in a numbered folder that nobody changes once it is complete. The file `current` says
/// which one new starts take. Only one process builds at a time.
record Builds(Path program) {
  /// The jars, below a build's folder.
  static final String LIB = "lib";
  /// Is there in a complete build. Its time is when the build began; who runs from the build holds a shared lock of it.
  private static final String BUILT = "built";
  private static final String CURRENT = "current";

  /// The build that new starts take; a folder that is not there, if there is none.
  Path current() throws IOException {
    Path file = program.resolve(CURRENT);
    return folder().resolve(Files.exists(file) ? Files.readString(file).strip() : "0");
  }

  private Path folder() {
    return program.resolve("builds");
  }

  /// Makes the folder of the next build.
  Path next() throws IOException {
    int number = Integer.parseInt(current().getFileName().toString()) + 1;
    while (Files.exists(folder().resolve(Integer.toString(number)))) {
      number++; // somebody was stopped in the middle of it
    }
    return Files.createDirectories(folder().resolve(Integer.toString(number)));
  }

  /// Notes when a build began that is complete now.
  void complete(Path build) throws IOException {
    Files.move(program.resolve("started"), build.resolve(BUILT), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Has new starts take a complete build, and removes those that nobody can use any more. The one before stays: who
  /// has just been started may still be on the way to its lock.
  void switchTo(Path build) throws IOException {
    Path before = current();
    Path fresh = Files.writeString(program.resolve(CURRENT + ".new"), build.getFileName() + "\n");
    Files.move(fresh, program.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder())) {
      for (Path one : all) {
        if (!one.equals(build) && !one.equals(before)) {
          removeUnused(one);
        }
      }
    }
  }

  private static void removeUnused(Path build) {
    try {
      Path held = build.resolve(BUILT);
      if (Files.exists(held)) {
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock()) {
          if (lock == null) {
            return;
          }
          Folders.remove(build);
        }
      } else {
        Folders.remove(build);
      }
    } catch (IOException _) {
      // It is not ours, or there are no locks here: it stays.
    }
  }
}
