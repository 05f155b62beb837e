// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import java.util.Locale;

/// What is known of a building when it is predicted, and so what a model learns.
///
/// Emissions are an identity of metered energy here, so with the shares of the fuels known only the
/// energy per floor area is left to be learned. Without meters the emissions per floor area are.
public enum FeatureSet {
  /// With the fuel shares and the ENERGY STAR score. The label is `log(site energy / area)`.
  METERED {
    @Override
    public double label(double siteEnergy, double tonnes, double area) {
      return Math.log(siteEnergy / area);
    }

    @Override
    public double offset(double area, double factor) {
      return Math.log(area * factor);
    }

    @Override
    public double tonnes(double label, double offset) {
      return Math.exp(label + offset);
    }

    @Override
    public String logarithm() {
      return "log(tonnes)";
    }
  },

  /// With what is known of any building. The label is `log((1 + tonnes) / area)`.
  UNMETERED {
    @Override
    public double label(double siteEnergy, double tonnes, double area) {
      return Math.log1p(tonnes) - Math.log(area);
    }

    @Override
    public double offset(double area, double factor) {
      return Math.log(area);
    }

    @Override
    public double tonnes(double label, double offset) {
      return Math.expm1(label + offset);
    }

    @Override
    public String logarithm() {
      return "log(1 + tonnes)";
    }
  };

  /// The name as options and files have it: `metered` or `unmetered`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a model learns of a training row, where its year has the reference's emission factors. Of other
  /// years `model.transform.Transformer` takes away what these do.
  ///
  /// @param siteEnergy metered energy in kBtu; not used where there are no meters
  /// @param tonnes emissions in tonnes of CO2 equivalent
  /// @param area the floor area in square feet that the row is measured by, positive
  public abstract double label(double siteEnergy, double tonnes, double area);

  /// What leads from a label back to emissions, known before anything is predicted.
  ///
  /// @param area the floor area in square feet that the row is measured by, positive
  /// @param factor tonnes per kBtu of the building's mix of fuels in its year; not used where there are no
  ///     meters: there `model.transform.Transformer` adds what the year's factors do
  public abstract double offset(double area, double factor);

  /// Emissions in tonnes, from a predicted label and the row's offset. Never below −1.
  public abstract double tonnes(double label, double offset);

  /// The label that leads to emissions, the inverse of [#tonnes(double, double)]. NaN where none does:
  /// with meters for 0 tonnes and less, without them for −1 tonne and less.
  ///
  /// @param tonnes emissions in tonnes of CO2 equivalent
  public double label(double tonnes, double offset) {
    double logarithm = switch (this) {
      case METERED -> Math.log(tonnes);
      case UNMETERED -> Math.log1p(tonnes);
    };
    return logarithm > Double.NEGATIVE_INFINITY ? logarithm - offset : Double.NaN;
  }

  /// Emissions in tonnes of a building of which an earlier year is known. With meters the model says
  /// how fuels and use have changed, and the earlier year's residual what it does not know of the
  /// building. Without meters a model adds nothing to the earlier year's tonnes. Both as measured
  /// from 2015 to 2016, docs/explanation/baselines.md.
  ///
  /// @param label what the model predicts of the year that is asked for
  /// @param offset that year's offset
  /// @param earlier the earlier year
  public double tonnes(double label, double offset, EarlierYear earlier) {
    return switch (this) {
      case METERED -> tonnes(earlier.label(label), offset);
      case UNMETERED -> earlier.tonnes();
    };
  }

  /// What the sum of a label and an offset is, in words.
  public abstract String logarithm();
}
