// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.kfp.client.doctor.Buckets;
import io.carbonflow.store.ConditionalWrites;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// Shows the stores to `kubeflow doctor`.
public final class StoreBuckets implements Buckets {
  private static final String ABSENT = "carbonflow-doctor";

  @Override
  public Optional<Bucket> open(
      Optional<String> uri, String endpoint, Map<String, String> environment) {
    Optional<StoreUri> root = uri.map(StoreUri::parse);
    StoreOptions options = StoreOptions.of(environment).withEndpoint(endpoint);
    return root.map(named -> new At(named, options));
  }

  /// A place that is opened for each look.
  private record At(StoreUri root, StoreOptions options) implements Bucket {
    @Override
    public String read() {
      try (Store store = Store.open(root, options)) {
        store.exists(ABSENT);
        return store.root().toString();
      }
    }

    @Override
    public void checkConditionalWrites() {
      try (Store store = Store.open(root, options)) {
        ConditionalWrites.check(store);
      }
    }
  }
}
