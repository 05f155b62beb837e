// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.awt.font.FontRenderContext;

/// Whether this system has what the texts of figures are drawn with.
public final class Fonts {
  private Fonts() {}

  /// Measures a text, as each figure does.
  ///
  /// @throws Problem if there is no font, or no fontconfig, by which the JVM finds fonts
  public static void require() {
    try {
      FigureStyle.FONT.getStringBounds("R²", new FontRenderContext(null, true, true));
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new Problem(Place.of("the plots"), "no text can be drawn, as this system has no font or no fontconfig",
          "install both: apt-get install fontconfig fonts-dejavu-core (Debian, Ubuntu),"
              + " dnf install fontconfig dejavu-sans-fonts (Fedora, RHEL)", e);
    }
  }
}
