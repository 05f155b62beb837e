// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.S3Uri;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// Which tables a person means by places: a path, a URI or a key in the bucket is a table, a folder or
/// prefix every table that lies in it, by its name. Folders in it are not looked into: results of runs and
/// whole buckets may lie there.
///
/// @param tables the tables, in the order of the places, those of a folder by name
/// @param left what lies in the folders and is not a table by its name
record TablePlaces(List<StoreUri> tables, List<String> left) {
  /// How many tables are read at most. A city publishes one a year; each is held whole.
  static final int MOST = 200;

  /// How many files and folders are looked at in a folder.
  private static final int MOST_ENTRIES = 10_000;

  /// What begins with a dot is hidden: some systems keep a file `._2016.csv` beside `2016.csv`.
  private static final Pattern TABLE = Pattern.compile("(?i)[^.].*\\.([ct]sv(\\.gz)?|zip)");

  /// Finds the tables.
  ///
  /// @param s3Endpoint where an S3-compatible store is; empty for AWS
  /// @throws Problem if a place is none, a folder has no table, or there are more than [#MOST]
  static TablePlaces of(List<String> places, BucketUri bucket, String s3Endpoint) {
    StoreOptions options = StoreOptions.of(System.getenv()).withEndpoint(s3Endpoint);
    List<StoreUri> tables = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (String place : places) {
      StoreUri uri = bucket.locate(place);
      switch (uri) {
        case LocalUri local when Files.isDirectory(local.path()) -> look(uri, options, tables, left);
        case S3Uri prefix when isPrefix(prefix, place, options) -> look(uri, options, tables, left);
        default -> tables.add(uri);
      }
    }
    requireWhole(places, bucket);
    if (tables.size() > MOST) {
      throw new Problem(Place.of(tables.get(MOST)), "is one of " + tables.size() + " tables, more than the " + MOST
          + " that are read at once", "put several years into one table, or name fewer");
    }
    return new TablePlaces(tables, left);
  }

  /// The tables on this machine that places stand for; none of a place that is somewhere else, or that
  /// cannot be found.
  static List<Path> local(List<String> places, BucketUri bucket) {
    return places.stream().flatMap(place -> {
      try {
        return bucket.locate(place) instanceof LocalUri
            ? of(List.of(place), bucket, "").tables().stream() : Stream.<StoreUri>empty();
      } catch (Problem _) {
        return Stream.empty();
      }
    }).map(uri -> ((LocalUri) uri).path()).toList();
  }

  /// Checks that no name was cut at a comma: what is missing, and is there together with the place after it.
  private static void requireWhole(List<String> places, BucketUri bucket) {
    for (int i = 0; i + 1 < places.size(); i++) {
      String first = places.get(i);
      String next = places.get(i + 1);
      if (!isThere(first, bucket)) {
        Stream.of(first + "," + next, first + ", " + next).filter(name -> isThere(name, bucket)).findFirst()
            .ifPresent(name -> {
              throw new Problem(Place.of(name), "is one name with a comma in it, and was read as two",
                  "give it as JSON, " + Json.compact(List.of(name)) + ", or name the folder that it is in");
            });
      }
    }
  }

  private static boolean isThere(String place, BucketUri bucket) {
    return bucket.locate(place) instanceof LocalUri local && Files.exists(local.path());
  }

  /// A bucket and what ends with a slash is a prefix. What is called otherwise than a table is one where
  /// there is no such object.
  private static boolean isPrefix(S3Uri uri, String place, StoreOptions options) {
    if (uri.key().isEmpty() || place.endsWith("/")) {
      return true;
    }
    if (TABLE.matcher(uri.name()).matches()) {
      return false;
    }
    try (Store store = Store.open(uri.parent(), options)) {
      return !store.exists(uri.name());
    }
  }

  private static void look(StoreUri folder, StoreOptions options, List<StoreUri> tables, List<String> left) {
    try (Store store = Store.open(folder, options)) {
      Store.Folder found = store.folder("", MOST_ENTRIES);
      List<String> names = found.objects().stream().map(Store.Entry::key).toList();
      List<String> others = Stream.concat(names.stream().filter(name -> !TABLE.matcher(name).matches()),
          found.folders().stream().map(name -> name + "/")).map(name -> store.root() + "/" + name).toList();
      List<String> here = names.stream().filter(name -> TABLE.matcher(name).matches()).toList();
      if (here.isEmpty()) {
        throw new Problem(Place.of(store.root()), names.isEmpty() && others.isEmpty() ? "is empty, or is not there"
            : "has no table in it, only " + String.join(", ", others.subList(0, Math.min(3, others.size()))),
            "name a table, or a folder in which some lie that are called like 2016.csv");
      }
      here.forEach(name -> tables.add(folder.resolve(name)));
      left.addAll(others);
    }
  }
}
