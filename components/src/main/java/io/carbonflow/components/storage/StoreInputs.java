// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// Where results and published models are, as steps and commands take it.
public record StoreInputs(
    @About(value = "the bucket with tables and results: its name, s3://BUCKET, or a folder as a"
        + " file: URI; empty for none", orElse = "", path = PathUse.WRITTEN) Value<BucketUri> bucket,
    @About(value = "the folder in the bucket for results and published models", orElse = "")
    Value<KeyInput> subfolder,
    @About(value = "folder or s3://bucket/prefix for results and published models; empty for the"
        + " bucket's subfolder", orElse = "", path = PathUse.WRITTEN) Value<Destination> store,
    @About(value = "endpoint of an S3-compatible store; empty for AWS", orElse = "")
    Value<String> s3Endpoint) implements OptionalInputs<StoreInputs> {

  /// With no store named.
  public StoreInputs() {
    this(Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault());
  }

  /// The folder or prefix; empty if neither store nor bucket is given.
  public Optional<StoreUri> root() {
    return store.get().or(bucket.get(), subfolder.get());
  }

  /// The folder or prefix in which a published model has to be.
  ///
  /// @throws Problem if neither store nor bucket is given
  public StoreUri rootOfModels() {
    return root().orElseThrow(() -> new Problem(Place.of("--store"),
        "neither a store nor a bucket is given, so there is no published model",
        "name the one that trainings publish to"));
  }

  /// Reads tables that are named by paths, URIs, keys in the bucket, or the folders that they are in.
  ///
  /// @throws Problem if one cannot be read or is not a table, or a folder has none
  public SourceTables tables(List<String> places) {
    return SourceTables.read(places, bucket.get(), s3Endpoint.get());
  }

  /// Opens the store at [#root].
  ///
  /// @throws Problem if it cannot be opened
  public Store open(StoreUri root) {
    return Store.open(root, StoreOptions.of(System.getenv()).withEndpoint(s3Endpoint.get()));
  }
}
