// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Column;
import java.util.List;
import java.util.Optional;

/// Where the cells of a column of the schema come from in a city's tables.
public sealed interface Source {
  /// The column of the schema's own title, in its unit.
  Source TITLE = new Named(List.of(), List.of(), Optional.empty());

  /// Columns of the table.
  ///
  /// @param names all that it is called, in one year or another; the schema's title where there is none
  /// @param near what is read where these have no value, the nearest in meaning first
  /// @param unit what its numbers are counted in; the schema's where none is given
  record Named(List<String> names, List<String> near, Optional<Unit> unit) implements Source {
    /// Copies the lists, and checks the names.
    ///
    /// @throws IllegalArgumentException if one is empty, or there twice
    public Named {
      names = Texts.names(names);
      near = Texts.names(near);
    }
  }

  /// What another column of the schema has.
  ///
  /// @param column one whose cells come from the table
  record SameAs(Column column) implements Source {}

  /// The sum of columns of the table; one without a value counts nothing, and where none has one there is no
  /// sum.
  ///
  /// @param names what they are called
  /// @param unit what they are counted in; the schema's where none is given
  record SumOf(List<String> names, Optional<Unit> unit) implements Source {
    /// Copies the list, and checks the names.
    ///
    /// @throws IllegalArgumentException if there is none, or one is empty, or there twice
    public SumOf {
      names = Texts.names(names);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("there is nothing to add up");
      }
    }
  }

  /// The sum of the fuels' energy.
  record SumOfFuels() implements Source {}
}
