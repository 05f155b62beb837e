// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;

/// Objects below one folder, or below one prefix of an S3 bucket.
///
/// A key is the object's name below that root: parts divided by single slashes, such as
/// `plots/r2.png`; no part is empty, `.` or `..`, and there is no backslash or control character.
///
/// An object is whole or absent, at any time and for any reader, and a write may be repeated: the
/// same content again is a success. Who writes several objects that belong together writes the one
/// that names the others last.
///
/// One object by its own URI:
/// ```java
/// try (Store store = Store.open(uri.parent(), options); InputStream in = store.read(uri.name())) {
/// ```
///
/// Every failure is a [Problem] that names the object. Stores may be used from many threads.
public sealed interface Store extends AutoCloseable permits FileStore, S3Store {

  /// Opens a store. A folder need not exist to be written to; a bucket has to.
  ///
  /// @param root the folder, or the bucket with or without a prefix
  /// @throws Problem if the root is in S3 and there are no credentials or no region
  static Store open(StoreUri root, StoreOptions options) {
    return switch (root) {
      case LocalUri folder -> new FileStore(folder);
      case S3Uri prefix -> S3Store.open(prefix, options);
    };
  }

  /// The folder or prefix that the keys are below.
  StoreUri root();

  /// Opens an object's content. From S3 it is compared with the SHA-256 that it was written with:
  /// the stream throws a [Problem] at its end if they differ, so only a stream that was read to its
  /// end is to be trusted. Reading goes on where a cut connection broke.
  ///
  /// @throws Problem if the object does not exist or cannot be read
  InputStream read(String key);

  /// Copies an object to a local file, which is whole or absent, and makes the file's folders.
  ///
  /// @throws Problem if the object cannot be read or the file cannot be written
  default void copy(String key, Path target) {
    AtomicFile.write(target, out -> {
      try (InputStream in = read(key)) {
        in.transferTo(out);
      }
    });
  }

  /// Writes an object. An earlier one of that key is replaced at once.
  ///
  /// @throws Problem if it cannot be written
  void write(String key, byte[] content);

  /// Writes an object with the content of a local file.
  ///
  /// @throws Problem if the file cannot be read or the object cannot be written
  void write(String key, Path content);

  /// Whether there is an object of this key.
  ///
  /// @throws Problem if that cannot be found out
  boolean exists(String key);

  /// All objects below a folder of this store, however many, ordered by key. A folder that does not
  /// exist has none.
  ///
  /// @param folder a key without a file's name, such as `plots`; empty for all of the store
  /// @throws Problem if they cannot be listed
  List<Entry> list(String folder);

  /// What lies in a folder of this store itself, not in folders in it. A folder that does not exist is empty.
  ///
  /// @param folder a key without a file's name, such as `plots`; empty for the store's root
  /// @param most how many objects and folders there may be
  /// @throws Problem if it cannot be listed, or has more
  Folder folder(String folder, int most);

  /// Reads a small object together with its version.
  ///
  /// @return empty if there is no such object
  /// @throws Problem if it cannot be read
  Optional<Versioned> versioned(String key);

  /// Writes a small object only if its content is what it was when it was read ([Version]): for a
  /// pointer that several programs move. Who finds that another was faster reads again and decides again.
  ///
  /// @param expected the version that was read; empty if there was no such object
  /// @return whether it was written; also true if it has this very content already
  /// @throws Problem if it cannot be written
  boolean replace(String key, Optional<Version> expected, byte[] content);

  /// Deletes an object. One that does not exist is deleted already.
  ///
  /// @throws Problem if it is still there
  void delete(String key);

  /// How far the server's clock is ahead of this machine's, to a second or two; zero of folders, and where the server
  /// does not say.
  ///
  /// @throws Problem if it cannot be reached
  default Duration clockAhead() {
    return Duration.ZERO;
  }

  /// Gives connections back. Streams that were read from the store end with it.
  @Override
  void close();

  /// One object of a listing.
  ///
  /// @param key its key in this store
  /// @param size its length in bytes
  record Entry(String key, long size) {}

  /// What lies in a folder.
  ///
  /// @param objects the objects, by the rest of their keys, ordered
  /// @param folders the names of the folders in it, ordered
  record Folder(List<Entry> objects, List<String> folders) {
    /// Sorts and copies.
    public Folder {
      objects = objects.stream().sorted(Comparator.comparing(Entry::key)).toList();
      folders = folders.stream().sorted().toList();
    }

    /// That a folder has more than are looked at.
    static Problem tooMany(StoreUri folder, int most) {
      return new Problem(Place.of(folder), "has more than " + most + " files and folders in it",
          "name another folder, or the files themselves");
    }
  }

  /// Which content an object had. Two versions are equal if the contents are, also where the object was
  /// another one in between: S3 has no other condition for a write than its `ETag`, a hash. Who must not
  /// miss what came and went gives each content something of its own, as the register of published
  /// models has the time of each move; who decides by the content alone decides the same again.
  ///
  /// @param tag a text that only the store understands
  record Version(String tag) {}

  /// The content of an object and which version it is.
  ///
  /// @param content the whole content
  /// @param version what to hand to [#replace]
  record Versioned(byte[] content, Version version) {}
}
