// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// A city as JSON: an object with the fields of `cities/seattle.yaml`, which the YAML of a person has as well.
public final class CityJson {
  private static final String REMEDY = "use the release as it was built";

  private static final String SEATTLE = "seattle";
  /// Follows from the names of the files in `cities`.
  private static final String NAMES = "cities.json";

  private CityJson() {}

  /// The city as JSON; it reads back as an equal one.
  public static JsonObject write(City city) {
    return CityWriter.write(city);
  }

  /// The city in a document.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it is none, with its place and the remedy
  public static City read(StrictJson json) {
    return CityReader.read(json);
  }

  /// The city's JSON as bundles hold it: the same values in the same order are the same text, whatever else the file
  /// has that they were read from.
  public static String text(City city) {
    return Json.pretty(write(city));
  }

  /// The names of the cities that come with carbonflow, in order: `chicago`, `seattle`.
  public static List<String> names() {
    return resource(NAMES).items().stream().map(StrictJson::text).toList();
  }

  /// A city that comes with carbonflow.
  ///
  /// @param name one of [#names]
  /// @throws IllegalArgumentException if none has this name
  public static City bundled(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException("no city that comes with carbonflow is called " + name);
    }
    return name.equals(SEATTLE) ? City.SEATTLE : read(resource(name + ".json"));
  }

  /// Seattle, which all that carries no city is of.
  static City seattle() {
    return read(resource(SEATTLE + ".json"));
  }

  private static StrictJson resource(String file) {
    Place place = Place.of(file);
    try (InputStream in = City.class.getResourceAsStream(file)) {
      return StrictJson.of(BoundedInput.bytes(in, InputLimits.JSON, place, REMEDY), place, REMEDY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
