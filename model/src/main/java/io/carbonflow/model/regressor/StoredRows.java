// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// The stored form of prepared rows of one length: their number, their length, then the rows, as
/// [StoredRegressor] stores numbers.
public final class StoredRows {
  private StoredRows() {}

  /// The stored form of rows.
  public static byte[] bytes(double[][] rows) {
    var out = new DataWriter();
    out.integer(rows.length);
    out.integer(rows.length == 0 ? 0 : rows[0].length);
    for (double[] row : rows) {
      out.elements(row);
    }
    return out.toByteArray();
  }

  /// Reads rows.
  ///
  /// @param where what the bytes came from, for messages
  /// @throws Problem if the bytes are not the stored form of rows, or a number is not finite
  public static double[][] read(byte[] stored, Place where) {
    try {
      var in = new DataReader(stored);
      double[][] rows = in.rows(in.integer(), in.integer());
      in.requireEnd();
      for (double[] row : rows) {
        Numbers.requireFinite("row", row);
      }
      return rows;
    } catch (IllegalArgumentException e) {
      throw new Problem(where, "holds no rows, or is altered or cut off",
          "restore the file from where it was written, or train again", e);
    }
  }
}
