// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.components.city.CitySchema;

/// What follows from the files of cities: the JSON that `model` reads instead of YAML, and the schema for editors.
final class CityFiles {
  private static final String CITIES = "cities";
  private static final String YAML = ".yaml";
  private static final String JSON = ".json";
  private static final String RESOURCES = "model/src/main/resources/io/carbonflow/model/city/";

  private CityFiles() {}

  /// The files, by path below a project; none where it has no cities, or no code to be given them,
  /// as in a release.
  static SortedMap<String, String> of(Path project) {
    SortedMap<String, String> files = new TreeMap<>();
    Path cities = project.resolve(CITIES);
    if (!Files.isDirectory(cities) || !Files.isDirectory(project.resolve(RESOURCES))) {
      return files;
    }
    SortedSet<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.list(cities)) {
      all.filter(file -> file.toString().endsWith(YAML)).forEach(file -> {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - YAML.length()));
        files.put(RESOURCES + name.substring(0, name.length() - YAML.length()) + JSON,
            Json.pretty(CityFile.values(file)));
      });
    } catch (IOException e) {
      throw new Problem(Place.of(cities), "cannot be read (" + e.getMessage() + ")", "check its permissions", e);
    }
    files.put(RESOURCES + CITIES + JSON, Json.pretty(names));
    files.put(CITIES + "/city.schema.json", Json.pretty(CitySchema.of()));
    return files;
  }
}
