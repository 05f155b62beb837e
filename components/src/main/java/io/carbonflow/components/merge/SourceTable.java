package io.carbonflow.components.merge;

import io.carbonflow.fault.Problem;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import io.carbonflow.table.Csv;
import io.carbonflow.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A table as it was given.
///
/// @param table its rows
/// @param sha256 the hash of its bytes, in hexadecimal
record SourceTable(Table table, String sha256) {

  /// Reads a table from a folder or bucket.
  ///
  /// @throws Problem if it cannot be read or is no table
  static SourceTable read(StoreUri uri, String s3Endpoint) {
    StoreOptions options = StoreOptions.of(System.getenv()).withEndpoint(s3Endpoint);
    try (Store store = Store.open(uri.parent(), options);
        DigestInputStream in = new DigestInputStream(store.read(uri.name()), sha256Digest())) {
      Table table = Csv.read(in, uri.toString());
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return new SourceTable(table, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
