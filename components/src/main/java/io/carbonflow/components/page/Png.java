// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;

/// A figure as a PNG file, on white, with its title and what its colors mean.
public final class Png {
  private static final int WIDTH = 600;
  /// For the title and for what the colors mean.
  private static final int MORE = 80;
  /// Pixels a point, so that it is sharp on a dense screen too.
  private static final int SHARPNESS = 2;

  private Png() {}

  /// The content of the file.
  public static byte[] of(Figure figure) {
    int height = figure.height() + MORE;
    BufferedImage image = new BufferedImage(
        SHARPNESS * WIDTH, SHARPNESS * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(SHARPNESS, SHARPNESS);
    figure.chart().paint(graphics, WIDTH, height);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a figure could not be encoded", e);
    }
    return png.toByteArray();
  }
}
