// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.TransformerJson;

/// The SHA-256 of what steps hand on, by which another step knows it again.
final class ContentHash {
  private ContentHash() {}

  static String of(Transformer transformer) {
    return Sha256.of(TransformerJson.write(transformer).getBytes(StandardCharsets.UTF_8));
  }

  /// Of columns, keys and all numbers to the last bit.
  static String of(Matrix rows) {
    MessageDigest digest = Sha256.digest();
    digest.update((rows.features() + " " + rows.columns()).getBytes(StandardCharsets.UTF_8));
    ByteBuffer numbers = ByteBuffer.allocate((rows.columns().size() + 3) * Double.BYTES);
    for (int i = 0; i < rows.rows(); i++) {
      RowKey key = rows.keys().get(i);
      digest.update((key.building() + " " + key.year()).getBytes(StandardCharsets.UTF_8));
      numbers.clear().putDouble(rows.tonnes()[i]).putDouble(rows.label()[i]).putDouble(rows.offset()[i]);
      for (double value : rows.values()[i]) {
        numbers.putDouble(value);
      }
      digest.update(numbers.flip());
    }
    return Sha256.of(digest);
  }
}
