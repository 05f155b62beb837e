// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// One folder or jar of a class path.
sealed interface Entry {

  /// Reads the list of what is in a folder or jar.
  ///
  /// @throws Problem if it cannot be read
  static Entry of(Path path) {
    try {
      return Files.isDirectory(path) ? new Folder(path) : new Jar(path, CentralDirectory.of(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  Path path();

  /// Whether there is a file, `a/b/C.class`.
  boolean has(String name);

  /// The names of all files.
  Set<String> files();

  /// The Maven groups that a jar says it is of; none of a folder.
  Set<String> groups();

  /// A line that changes with the name of a jar and what it holds, whenever it was packed.
  String checksums();

  /// Opens what is read.
  Reader open();

  /// Reads files by their names.
  interface Reader {
    /// What a file holds.
    ///
    /// @throws Problem if it cannot be read
    byte[] read(String name);
  }

  /// A folder of classes.
  record Folder(Path path) implements Entry {
    @Override
    public boolean has(String name) {
      return Files.isRegularFile(path.resolve(name));
    }

    @Override
    public Set<String> files() {
      try (Stream<Path> walk = Files.walk(path)) {
        return walk.filter(Files::isRegularFile)
            .map(file -> path.relativize(file).toString().replace('\\', '/')).collect(Collectors.toSet());
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }

    @Override
    public Set<String> groups() {
      return Set.of();
    }

    @Override
    public String checksums() {
      throw new IllegalStateException("classes of a folder are followed");
    }

    @Override
    public Reader open() {
      return name -> {
        try {
          return Files.readAllBytes(path.resolve(name));
        } catch (IOException e) {
          throw unreadable(path, e);
        }
      };
    }
  }

  /// A jar.
  record Jar(Path path, CentralDirectory directory) implements Entry {
    private static final String MAVEN = "META-INF/maven/";

    @Override
    public boolean has(String name) {
      return directory.has(name);
    }

    @Override
    public Set<String> files() {
      return directory.names();
    }

    @Override
    public Set<String> groups() {
      return directory.namesFrom(MAVEN, name -> {
        int end = name.indexOf('/', MAVEN.length());
        return end < 0 ? Optional.empty() : Optional.of(name.substring(MAVEN.length(), end));
      });
    }

    @Override
    public String checksums() {
      return path.getFileName() + " " + directory.checksum() + '\n';
    }

    /// The jar stays open as long as the reader is there, as that of the JVM does.
    @Override
    public Reader open() {
      try {
        ZipFile jar = new ZipFile(path.toFile());
        return name -> {
          try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
          } catch (IOException e) {
            throw unreadable(path, e);
          }
        };
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
  }

  private static Problem unreadable(Path path, IOException cause) {
    return new Problem(Place.of(path), "cannot be read (" + cause.getMessage() + ")",
        "build the program again", cause);
  }
}
