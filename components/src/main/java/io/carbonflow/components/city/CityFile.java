// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.kfp.ir.YamlDocument;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;

/// Reads a city from YAML, as `cities/seattle.yaml` is. What is wrong is a problem with file, line, field and remedy.
public final class CityFile {
  private static final String REMEDY = "write it as cities/seattle.yaml does";

  private CityFile() {}

  /// The city in a file.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read, or is none of a city
  public static City read(Path file) {
    return read(file.toString(), BoundedInput.text(file, InputLimits.YAML, "name a file of a city"));
  }

  /// The city in a text.
  ///
  /// @param source what the text is called in messages
  /// @throws io.carbonflow.base.fault.Problem if it is none of a city
  public static City read(String source, String text) {
    return CityJson.read(document(source, text).json());
  }

  /// The same values as `model` reads them, which reads no YAML.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it is no YAML
  public static Object values(Path file) {
    return document(file.toString(), BoundedInput.text(file, InputLimits.YAML, "name a file of a city"))
        .json().value();
  }

  private static YamlDocument document(String source, String text) {
    return YamlDocument.read(source, text, REMEDY);
  }
}
