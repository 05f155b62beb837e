// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;

/// Reaches the stores that a project's pipelines use. The toolkit itself knows no store.
@FunctionalInterface
public interface Buckets {
  /// A place in a store.
  interface Bucket {
    /// Looks whether it can be read.
    ///
    /// @return its name
    /// @throws io.carbonflow.base.fault.Problem if it cannot
    String read();

    /// Looks whether a write can depend on what is there, as a pointer needs.
    ///
    /// @throws io.carbonflow.base.fault.Problem if it cannot
    void checkConditionalWrites();
  }

  /// A place in a store.
  ///
  /// @param uri where it is, if it is named
  /// @param endpoint the store's server; empty for the one in the environment, or the usual one
  /// @param environment the variables that say how the store is reached
  /// @throws io.carbonflow.base.fault.Problem if the URI or the endpoint is none
  Optional<Bucket> open(Optional<String> uri, String endpoint, Map<String, String> environment);
}
