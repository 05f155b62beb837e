// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.table.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The split into training and held-out rows. It goes by building, from a hash of its id, so that
/// all years of a building are on one side and stay there when other rows come or go.
public final class Split {
  /// The share of buildings that is learned from.
  public static final double TRAIN_SHARE = 0.7;

  private Split() {}

  /// Whether a building's rows are learned from: the first 8 bytes of the SHA-256 of `seed:id`, as
  /// a fraction of 2^64, lie below [#TRAIN_SHARE].
  public static boolean inTrain(String buildingId, long seed) {
    return fraction(seed + ":" + buildingId) < TRAIN_SHARE;
  }

  /// The side that an earlier split gave a row.
  ///
  /// @throws Problem if the row has none
  static boolean of(Row row) {
    return row.flag(Column.IN_TRAIN).orElseThrow(() -> new Problem(
        row.place(Column.IN_TRAIN), "the split is missing", "run the merge step again"));
  }

  private static double fraction(String text) {
    byte[] hash = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    // Halved with the lost bit kept, because a long is signed; then rounded once.
    long bits = ByteBuffer.wrap(hash).getLong();
    return ((bits >>> 1) | (bits & 1)) * 0x1p-63;
  }
}
