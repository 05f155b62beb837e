// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// Kubernetes' quantities (`500m`, `1Gi`) as numbers.
public final class ResourceQuantity {
  private static final List<String> POWERS = List.of("K", "M", "G", "T", "P", "E");
  private static final BigDecimal MILLI = new BigDecimal("0.001");

  private ResourceQuantity() {}

  /// The number that a quantity stands for.
  ///
  /// @param text a quantity that the pipeline's check has let pass
  public static BigDecimal of(String text) {
    String number = text.replaceFirst("(m|[kMGTPE]i?|Ki)$", "");
    String suffix = text.substring(number.length());
    return new BigDecimal(number).multiply(switch (suffix) {
      case "" -> BigDecimal.ONE;
      case "m" -> MILLI;
      default -> BigDecimal.valueOf(suffix.endsWith("i") ? 1024 : 1000)
          .pow(POWERS.indexOf(suffix.substring(0, 1).toUpperCase(Locale.ROOT)) + 1);
    });
  }
}
