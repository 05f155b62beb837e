// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.Sha256;

/// Objects as files of a folder.
///
/// @param root the folder; made by the first write
record FileStore(LocalUri root) implements Store {
  /// Locks of files hold between processes; this one holds between the threads of this process.
  private static final Object REPLACING = new Object();

  @Override
  public InputStream read(String key) {
    Path file = root.resolve(key).path();
    try {
      return BoundedInput.open(LocalFile.noFolder(file));
    } catch (IOException e) {
      throw LocalFile.unreadable(file, e);
    }
  }

  @Override
  public void write(String key, byte[] content) {
    AtomicFile.write(target(key), out -> out.write(content));
  }

  @Override
  public void write(String key, Path content) {
    Path target = target(key);
    try (InputStream in = BoundedInput.open(LocalFile.noFolder(content))) {
      AtomicFile.write(target, in::transferTo);
    } catch (IOException e) {
      throw LocalFile.unreadable(content, e);
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
          .filter(file -> !ObjectKey.isReserved(file.getFileName().toString()))
          .filter(Files::isRegularFile)
          .map(this::entry)
          .sorted(Comparator.comparing(Entry::key))
          .toList();
    } catch (IOException e) {
      throw LocalFile.unreadable(from, e);
    } catch (UncheckedIOException e) {
      throw LocalFile.unreadable(from, e.getCause());
    }
  }

  @Override
  public Folder folder(String folder, int most) {
    LocalUri from = folder.isEmpty() ? root : root.resolve(folder);
    if (!Files.isDirectory(from.path())) {
      return new Folder(List.of(), List.of());
    }
    List<Entry> objects = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(from.path())) {
      for (Path one : found) {
        String name = one.getFileName().toString();
        if (Files.isDirectory(one)) {
          folders.add(name);
        } else if (Files.isRegularFile(one) && !ObjectKey.isReserved(name)) {
          objects.add(new Entry(name, Files.size(one)));
        }
        if (objects.size() + folders.size() > most) {
          throw Folder.tooMany(from, most);
        }
      }
    } catch (IOException e) {
      throw LocalFile.unreadable(from.path(), e);
    } catch (DirectoryIteratorException e) {
      throw LocalFile.unreadable(from.path(), e.getCause());
    }
    return new Folder(objects, folders);
  }

  @Override
  public Optional<Versioned> versioned(String key) {
    if (!exists(key)) {
      return Optional.empty();
    }
    try (InputStream in = read(key)) {
      byte[] content = BoundedInput.bytes(in, InputLimits.JSON, Place.of(root.resolve(key)), "correct or delete it");
      return Optional.of(new Versioned(content, new Version(Sha256.of(content))));
    } catch (IOException e) {
      throw LocalFile.unreadable(root.resolve(key).path(), e);
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
        throw new Problem(Place.of(lock), "cannot be locked (" + LocalFile.reason(e) + ")",
            "use a file system that has locks, or s3:", e);
      }
    }
  }

  @Override
  public void delete(String key) {
    Path file = target(key);
    try {
      Files.deleteIfExists(file);
      // A folder is there for what is in it, as in a bucket; one that holds more stays.
      for (Path folder = file.getParent(); folder != null && !folder.equals(root.path());
          folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException _) {
      // This folder, and those around it, are still needed.
    } catch (IOException e) {
      throw new Problem(Place.of(file), "cannot be deleted (" + LocalFile.reason(e) + ")",
          "check the folder's permissions", e);
    }
  }

  @Override
  public void close() {
    // A folder holds nothing open.
  }

  private static FileChannel openLock(Path lock) throws IOException {
    Files.createDirectories(lock.toAbsolutePath().getParent());
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path target(String key) {
    return LocalFile.noFolder(root.resolve(key).path());
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
