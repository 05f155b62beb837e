// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

/// A program that does nothing.
final class Nothing {
  private Nothing() {}

  /// Does it.
  public static void main(String... args) {}
}
