// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// A table as it was given.
///
/// @param table its rows
/// @param sha256 the hash of its bytes, in hexadecimal
public record SourceTable(Table table, String sha256) {

  /// Reads a table from a folder or bucket.
  ///
  /// @throws Problem if it cannot be read or is not a table
  public static SourceTable read(StoreUri uri, String s3Endpoint) {
    StoreOptions options = StoreOptions.of(System.getenv()).withEndpoint(s3Endpoint);
    try (Store store = Store.open(uri.parent(), options);
        DigestInputStream in = new DigestInputStream(store.read(uri.name()), Sha256.digest())) {
      Table table = Csv.read(in, uri.toString());
      in.transferTo(OutputStream.nullOutputStream());
      return new SourceTable(table, Sha256.of(in.getMessageDigest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
