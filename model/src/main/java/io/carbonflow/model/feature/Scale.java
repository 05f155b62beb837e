// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Leads from predicted labels to the two scales that people read: tonnes, and Box-Cox of tonnes.
///
/// @param features what the labels mean
/// @param upper the largest Box-Cox value among the training rows; predictions are held below it
public record Scale(FeatureSet features, double upper) {

  /// Checks that predictions can be held below the value.
  ///
  /// @throws IllegalArgumentException if no emissions have it
  public Scale {
    if (!(upper >= BoxCox.FLOOR && upper < BoxCox.POLE)) {
      throw new IllegalArgumentException("the largest Box-Cox value is " + upper);
    }
  }

  /// The scale of a model that was fitted to these rows.
  public static Scale of(Matrix train) {
    return new Scale(
        train.features(),
        DoubleStream.of(train.tonnes()).map(BoxCox::of).max().orElse(BoxCox.FLOOR));
  }

  /// The same for rows whose year has greater emission factors than any that was learned of: predictions are
  /// held below as many times the largest emissions among the training rows. Below these they are held
  /// where factors are smaller, too.
  ///
  /// @param times how many times, 1 at least
  public Scale raised(double times) {
    return times <= 1 ? this : new Scale(features, Math.max(upper,
        Math.min(Math.nextDown(BoxCox.POLE), BoxCox.of(times * BoxCox.inverse(upper)))));
  }

  /// A prediction on the Box-Cox scale, held within what can be inverted.
  public double boxCox(double label, double offset) {
    return BoxCox.clamp(BoxCox.of(features.tonnes(label, offset)), upper);
  }

  /// The predictions of rows on the Box-Cox scale.
  ///
  /// @param labels a predicted label for each row
  public double[] boxCox(double[] labels, Matrix rows) {
    return IntStream.range(0, labels.length)
        .mapToDouble(i -> boxCox(labels[i], rows.offset()[i])).toArray();
  }

  /// A prediction in tonnes; the inverse of [#boxCox].
  public double tonnes(double label, double offset) {
    return BoxCox.inverse(boxCox(label, offset));
  }
}
