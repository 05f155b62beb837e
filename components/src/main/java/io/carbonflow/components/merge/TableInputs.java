// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Value;

/// The tables that a model is trained on, as steps and pipelines take them.
public record TableInputs(
    @About(value = "the tables, of any years: paths, URIs, or keys in the bucket; a folder or prefix stands for"
        + " every table in it", orElse = "[]", path = PathUse.READ) Value<List<String>> data,
    @About(value = "a table of 2015, in addition to data: a path, a URI, or a key in the bucket; empty for none",
        name = "data_2015", orElse = "", path = PathUse.READ) Value<String> data2015,
    @About(value = "a table of 2016, as data-2015", name = "data_2016", orElse = "", path = PathUse.READ)
    Value<String> data2016,
    @About(value = "the years whose rows are taken, such as 2015-2019, 2015,2017 or 2016-; empty for all",
        orElse = "") Value<Years> years,
    @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
    implements OptionalInputs<TableInputs> {

  /// All years of some tables of Seattle's.
  public TableInputs(Value<List<String>> data) {
    this(data, Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault());
  }

  /// Checks that a table is given.
  ///
  /// @throws io.carbonflow.base.fault.Problem if none is
  public void check() {
    if (data2015.get().isBlank() && data2016.get().isBlank()) {
      SourceTables.require(data.get(), "--data");
    }
  }
}
