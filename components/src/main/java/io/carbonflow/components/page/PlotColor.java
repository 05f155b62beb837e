// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import java.awt.Color;

/// What a figure is drawn with. In a PNG file it is a color on white; in a page it is a variable of
/// the page's style, which has another value in dark.
public enum PlotColor {
  /// Texts.
  TEXT(0x1f2328),
  /// The first of what is shown. Blue and orange are told apart with any color vision (Okabe and
  /// Ito, 2008).
  BLUE(0x0072b2),
  /// The other.
  ORANGE(0xd55e00),
  /// Lines that only lead the eye.
  GRAY(0x707070),
  /// Lines behind everything.
  GRID(0xdddddd);

  private final Color color;

  PlotColor(int rgb) {
    color = new Color(rgb);
  }

  /// On white.
  Color color() {
    return color;
  }

  /// The same, but what lies under it shines through.
  Color sheer() {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 115);
  }

  /// Its name in a page's style.
  String variable() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }
}
