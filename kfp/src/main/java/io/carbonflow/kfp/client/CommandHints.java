// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

/// What messages call the program that the client belongs to: `./carbonflow kubeflow runs`.
///
/// @param program its name in images, `carbonflow`: how its steps begin the line that says what is
///     wrong
/// @param call how a person calls it, `./carbonflow`
public record CommandHints(String program, String call) {

  /// A command below `kubeflow`, ready to be typed.
  public String kubeflow(String words) {
    return call + " kubeflow " + words;
  }
}
