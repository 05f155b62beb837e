// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.S3Uri;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// The published models of a store:
/// ```
/// models/current.json                        the register: what is kept, and which one is current
/// models/versions/VERSION/model.carbonflow   the bundle; beside it what belongs to it
/// ```
/// A reader sees one whole model at any time: a version is there before the register names it, the
/// register is replaced at once and only if it is still what the writer saw, and a version is deleted
/// when no register can name it again ([Publication]).
///
/// @param store the folder or prefix that `models` lies in
public record PublishedModels(Store store) {
  /// The file name of a version's bundle.
  public static final String BUNDLE = "model.carbonflow";

  /// The file name of the clean rows that it was trained and judged on: what later rows are compared
  /// with.
  public static final String ROWS = "rows.csv";

  /// The file name of all scores of the run that trained it.
  public static final String METRICS = "metrics.json";

  /// The folder in a store that nothing else is written to.
  public static final String FOLDER = "models";

  static final String REGISTER = FOLDER + "/current.json";
  static final String VERSIONS = FOLDER + "/versions";

  private static final Pattern OWN =
      Pattern.compile("(?iu)(.*/)?(" + Pattern.quote(REGISTER) + "|" + VERSIONS + "(/.*)?)");

  /// How often a reader looks again, where what it was about to read has been replaced.
  private static final int TRIES = 5;

  /// A model that was read.
  ///
  /// @param published what it is
  /// @param bundle the model
  public record Loaded(Published published, Bundle bundle) {}

  /// Whether a place is a register, or lies in a version, of whatever store. Capital letters count as
  /// small ones, because they do in some folders.
  ///
  /// @param key below the root; empty for the root itself
  public static boolean owns(StoreUri root, String key) {
    String above = switch (root) {
      case S3Uri bucket -> bucket.key();
      case LocalUri local -> local.path().toAbsolutePath().normalize().toString()
          .replace(File.separatorChar, '/');
    };
    return OWN.matcher(above + "/" + key).matches();
  }

  /// What is published now.
  ///
  /// @throws Problem if it cannot be read
  public RegistrySnapshot look() {
    return store.versioned(REGISTER)
        .map(found -> new RegistrySnapshot(RegisterJson.read(found.content(), Place.of(uri(REGISTER))),
            Optional.of(found.version())))
        .orElseGet(() -> new RegistrySnapshot(Register.EMPTY, Optional.empty()));
  }

  /// Loads the current model, or a version by its name.
  ///
  /// @param version the version; empty for the current one
  /// @throws Problem if there is no such model, or it cannot be read
  public Loaded load(Optional<String> version) {
    RegistrySnapshot seen = look();
    for (int tries = 1; ; tries++) {
      Published wanted = find(seen.register(), version);
      try {
        return load(wanted);
      } catch (Problem e) {
        RegistrySnapshot now = look();
        if (tries == TRIES || now.version().equals(seen.version())) {
          throw e;
        }
        seen = now;
      }
    }
  }

  /// The current model, or a version by its name.
  ///
  /// @throws Problem if there is no such model
  public Published find(Register register, Optional<String> version) {
    if (register.kept().isEmpty()) {
      throw new Problem(Place.of(uri(REGISTER)), "no model has been published here",
          "run a training with this store, or name the store of one");
    }
    return version.isEmpty() ? register.current().orElseThrow()
        : register.named(version.get()).orElseThrow(() -> new Problem(
            Place.of(uri(REGISTER)), "there is no version " + version.get(), "there are "
            + register.kept().stream().map(Published::version)
                .collect(Collectors.joining(", "))));
  }

  /// Loads a version.
  ///
  /// @throws Problem if it cannot be read, or is not what was published
  Loaded load(Published wanted) {
    byte[] bundle = beside(wanted, BUNDLE);
    StoreUri uri = uri(wanted, BUNDLE);
    if (!Sha256.of(bundle).equals(wanted.sha256())) {
      throw new Problem(Place.of(uri), "is not what was published: its SHA-256 is another",
          "go back to another version with carbonflow models rollback");
    }
    return new Loaded(wanted, Bundle.read(bundle, uri.toString()));
  }

  /// How many bytes a file of a version has at most: rows are a table, all else is of a bundle's size.
  ///
  /// @param name the file's name
  public static int most(String name) {
    return name.equals(ROWS) ? InputLimits.TABLE : InputLimits.BUNDLE;
  }

  /// What lies in a version's folder.
  ///
  /// @param name the file's name
  /// @throws Problem if it cannot be read
  public byte[] beside(Published version, String name) {
    try (InputStream in = store.read(key(version, name))) {
      return BoundedInput.bytes(in, most(name), Place.of(uri(version, name)),
          "go back to another version with carbonflow models rollback");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a file of a version lies.
  public StoreUri uri(Published version, String name) {
    return uri(key(version, name));
  }

  static String key(Published version, String name) {
    return VERSIONS + "/" + version.version() + "/" + name;
  }

  StoreUri uri(String key) {
    return store.root().resolve(key);
  }
}
