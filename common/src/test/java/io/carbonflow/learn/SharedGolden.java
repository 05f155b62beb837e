// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.file.SharedFolder;

/// The prepared real rows with the predictions of other libraries, which are next to the checkout.
/// Tests that ask for them are skipped where they are absent.
public final class SharedGolden {
  private SharedGolden() {}

  /// A file of theirs.
  public static Path file(String name) {
    return SharedFolder.part("data/golden").resolve(name);
  }

  /// The rows to fit to.
  public static Dataset train() {
    return SyntheticRows.dataset(numbers("X_train.csv"), column("y_train.csv", "y"));
  }

  /// The rows to predict.
  public static double[][] test() {
    return numbers("X_test.csv");
  }

  /// One column of a file.
  public static double[] column(String file, String name) {
    int column = List.of(lines(file).getFirst().split(",")).indexOf(name);
    return Arrays.stream(numbers(file)).mapToDouble(row -> row[column]).toArray();
  }

  private static double[][] numbers(String file) {
    return lines(file).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(file(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
