package io.carbonflow.store;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Objects as files of a folder.
///
/// @param root the folder; made by the first write
record FileStore(StoreUri.Local root) implements Store {
  /// Locks of files hold between processes; this one holds between the threads of this process.
  private static final Object REPLACING = new Object();

  @Override
  public InputStream read(String key) {
    Path file = root.resolve(key).path();
    try {
      refuseFolder(file);
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void write(String key, byte[] content) {
    WholeFile.write(target(key), out -> out.write(content));
  }

  @Override
  public void write(String key, Path content) {
    Path target = target(key);
    try (InputStream in = Files.newInputStream(readable(content))) {
      WholeFile.write(target, in::transferTo);
    } catch (IOException e) {
      throw unreadable(content, e);
    }
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(root.resolve(key).path());
  }

  @Override
  public List<Entry> list(String folder) {
    Path from = folder.isEmpty() ? root.path() : root.resolve(folder).path();
    if (!Files.isDirectory(from)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(from)) {
      return files
          .filter(file -> !Key.isReserved(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .map(this::entry)
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    } catch (IOException e) {
      throw unreadable(from, e);
    } catch (UncheckedIOException e) {
      throw unreadable(from, e.getCause());
    }
  }

  @Override
  public Optional<Versioned> versioned(String key) {
    if (!exists(key)) {
      return Optional.empty();
    }
    try (InputStream in = read(key)) {
      byte[] content = in.readAllBytes();
      return Optional.of(new Versioned(content, new Version(Sha256.of(content))));
    } catch (IOException e) {
      throw unreadable(root.resolve(key).path(), e);
    }
  }

  @Override
  public boolean replace(String key, Optional<Version> expected, byte[] content) {
    Path target = target(key);
    Path lock = target.resolveSibling("." + target.getFileName() + ".lock");
    synchronized (REPLACING) {
      try (var channel = openLock(lock); var _ = channel.lock()) {
        Optional<Versioned> found = versioned(key);
        if (found.map(Versioned::version).equals(expected)) {
          write(key, content);
          return true;
        }
        return found.isPresent() && Arrays.equals(found.get().content(), content);
      } catch (IOException e) {
        throw new Problem(Place.of(lock), "cannot be locked (" + reason(e) + ")",
            "use a file system that has locks, or s3:", e);
      }
    }
  }

  @Override
  public void close() {
    // A folder holds nothing open.
  }

  /// A local file that is to be copied into a store.
  ///
  /// @throws Problem if it is a folder
  static Path readable(Path content) {
    refuseFolder(content);
    return content;
  }

  /// A problem with reading a local file.
  static Problem unreadable(Path file, IOException e) {
    return new Problem(Place.of(file),
        e instanceof NoSuchFileException ? "does not exist" : "cannot be read (" + reason(e) + ")",
        "check the path, and that it may be read", e);
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
  }

  private static void refuseFolder(Path file) {
    if (Files.isDirectory(file)) {
      throw new Problem(Place.of(file), "is a folder, not a file", "name a file in it");
    }
  }

  private static FileChannel openLock(Path lock) throws IOException {
    Files.createDirectories(lock.toAbsolutePath().getParent());
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path target(String key) {
    Path target = root.resolve(key).path();
    refuseFolder(target);
    return target;
  }

  private Entry entry(Path file) {
    String key = root.path().relativize(file).toString().replace(
        file.getFileSystem().getSeparator(), "/");
    try {
      return new Entry(key, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
