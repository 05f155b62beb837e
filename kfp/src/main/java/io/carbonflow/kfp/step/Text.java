// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

/// A parameter that is a text with rules of its own: a record with the text as its only component,
/// whose constructor throws an [IllegalArgumentException] for a text that breaks them. So a wrong
/// one is refused before anything runs.
public interface Text {
  /// The text as it was given.
  String text();
}
