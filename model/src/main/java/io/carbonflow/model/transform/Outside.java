// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

/// That a row lies outside of what the training rows had, and by what.
///
/// @param what the quantity or category, `floor area`
/// @param text it in words, `floors 40 is above the largest seen, 37`
public record Outside(String what, String text) {

  @Override
  public String toString() {
    return text;
  }
}
