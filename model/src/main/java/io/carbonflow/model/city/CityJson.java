// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A city as JSON: an object with the fields of `cities/seattle.yaml`, which the YAML of a person has as well.
public final class CityJson {
  private static final String REMEDY = "use the release as it was built";

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

  /// A city that comes with carbonflow.
  static City bundled(String name) {
    String file = name + ".json";
    Place place = Place.of(file);
    try (InputStream in = City.class.getResourceAsStream(file)) {
      return read(StrictJson.of(BoundedInput.bytes(in, InputLimits.JSON, place, REMEDY), place, REMEDY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
