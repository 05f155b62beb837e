// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;

/// What to do where there are no credentials for S3. On somebody's machine they are in the environment or
/// in `~/.aws`. A pod has them from a secret of its namespace, which does not show in its log.
///
/// @param environment the variables, as of [System#getenv()]
/// @param namespace the file that Kubernetes writes a pod's namespace to
record MissingCredentials(Map<String, String> environment, Path namespace) {
  private static final Path IN_POD =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");
  private static final String KEYS = "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

  /// Those of this process.
  static MissingCredentials here() {
    return new MissingCredentials(System.getenv(), IN_POD);
  }

  /// What to do. Kubernetes sets `KUBERNETES_SERVICE_HOST` in each of its containers.
  String remedy() {
    return environment.getOrDefault("KUBERNETES_SERVICE_HOST", "").isEmpty()
        ? "set " + KEYS + ", or configure ~/.aws or a role"
        : "put " + KEYS + " into the secret " + StoreOptions.POD_SECRET + " of " + place()
            + ", where tasks have them from, or give the pod's account a role";
  }

  /// A pod whose account's token is not mounted does not know its namespace.
  private String place() {
    try {
      return "namespace " + BoundedInput.text(namespace, InputLimits.SECRET, "").strip();
    } catch (Problem _) {
      return "the pod's namespace";
    }
  }
}
