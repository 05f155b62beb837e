// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.kfp.ir.YamlDocument;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;

/// Reads a city from YAML, as `cities/seattle.yaml` is. What is wrong is a problem with file, line, field and remedy.
public final class CityFile {
  private static final String REMEDY = "write it as cities/seattle.yaml does";

  private CityFile() {}

  /// A city, and where its file says what.
  ///
  /// @param place the place of a field by its path, such as `columns.DataYear.name[0]`
  public record Located(City city, Function<String, Place> place) {}

  /// The city in a file.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read, or is not a city's
  public static City read(Path file) {
    return read(file.toString(), text(file));
  }

  /// The city in a text.
  ///
  /// @param source what the text is called in messages
  /// @throws io.carbonflow.base.fault.Problem if it is not a city's
  public static City read(String source, String text) {
    return CityJson.read(document(source, text).json());
  }

  /// The city in a file, with the lines of what it says.
  ///
  /// @throws io.carbonflow.base.fault.Problem as [#read(Path)]
  public static Located locate(Path file) {
    YamlDocument document = document(file.toString(), text(file));
    return new Located(CityJson.read(document.json()), document::place);
  }

  /// The same values as `model` reads them, which reads no YAML.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it is no YAML
  public static Object values(Path file) {
    return document(file.toString(), text(file)).json().value();
  }

  private static String text(Path file) {
    return BoundedInput.text(file, InputLimits.YAML, "name a file of a city");
  }

  private static YamlDocument document(String source, String text) {
    return YamlDocument.read(source, text, REMEDY);
  }
}
