// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// Says why XGBoost's library cannot be loaded, and what to do about it.
final class NotLoaded {
  /// How the loaders of glibc, musl and macOS name a library that is not there.
  private static final Pattern MISSING = Pattern.compile("(\\S+?\\.so[.\\d]*): cannot open shared object file"
      + "|Error loading shared library (\\S+?):|Library not loaded: (\\S+)");

  private NotLoaded() {}

  /// The class that loads the library fails once with the reason and from then on without.
  static Problem of(LinkageError error) {
    Throwable reason = error;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    String message = String.valueOf(reason.getMessage());
    Matcher missing = MISSING.matcher(message);
    return missing.find()
        ? without(Stream.of(1, 2, 3).map(missing::group).filter(Objects::nonNull).findFirst().orElseThrow(), error)
        : notUnpacked(message, error);
  }

  private static Problem without(String library, LinkageError error) {
    String remedy;
    if (library.contains("omp")) {
      remedy = "install OpenMP: apt-get install libgomp1 (Debian, Ubuntu), dnf install libgomp (Fedora, RHEL),"
          + " brew install libomp (macOS)";
    } else if (library.startsWith("ld-linux")) {
      remedy = "use a system with glibc, such as Debian, in place of one with musl, such as Alpine";
    } else {
      remedy = "install the package that has " + library;
    }
    return new Problem(Place.of(library), "XGBoost's library needs this one, and this system has none", remedy, error);
  }

  private static Problem notUnpacked(String reason, LinkageError error) {
    return new Problem(Place.of(System.getProperty("java.io.tmpdir")),
        "XGBoost's library cannot be unpacked and loaded from here (" + reason + ")",
        "name a folder with 20 MB of room and permission to write and execute:"
            + " -Djava.io.tmpdir=FOLDER", error);
  }
}
