// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.kubernetes;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.tls.CaBundle;

/// The account that a pod has. Kubernetes puts what belongs to it into a folder of each container, and
/// the token there again before it is no longer good.
///
/// @param folder the folder
public record ServiceAccount(Path folder) {
  /// That of the pod this program runs in.
  public static final ServiceAccount MOUNTED =
      new ServiceAccount(Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));

  /// The namespace of the pod.
  ///
  /// @throws Unread if the pod has no account
  public String namespace() throws Unread {
    return text("namespace");
  }

  /// What shows who asks: a secret.
  ///
  /// @throws Unread if the pod has no account
  String token() throws Unread {
    return text("token");
  }

  /// TLS that trusts the cluster's own authority and no other.
  ///
  /// @throws Unread if the pod has no account
  SSLContext tls() throws Unread {
    try {
      return CaBundle.only(folder.resolve("ca.crt"), "mount the account's files");
    } catch (Problem e) {
      throw new Unread(e.getMessage(), e);
    }
  }

  private String text(String name) throws Unread {
    Path file = folder.resolve(name);
    try (InputStream in = BoundedInput.open(file)) {
      String text = new String(in.readNBytes(InputLimits.SECRET), StandardCharsets.UTF_8).strip();
      // A header must hold no other characters, and Java's message of one that does shows it whole.
      if (text.matches("[!-~]+")) {
        return text;
      }
    } catch (IOException e) {
      throw new Unread("the pod has no account at Kubernetes: there is no " + file, e);
    }
    throw new Unread(file + " does not hold what Kubernetes puts there", null);
  }
}
