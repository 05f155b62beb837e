// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.influence;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.ReferenceIntensity;
import io.carbonflow.model.building.Use;
import io.carbonflow.model.city.City;

/// A building as it would be if one of its features were another, and everything that follows from
/// that feature with it: no building has one floor area in one column and another in the next.
final class Variation {
  private final ModelRow row;
  private final Map<Feature, Double> features;
  private final Map<Category, String> categories;
  private List<String> uses;
  private double area;

  private Variation(ModelRow row) {
    this.row = row;
    features = new EnumMap<>(row.features());
    categories = new EnumMap<>(row.categories());
    uses = row.uses();
    area = row.area();
  }

  private ModelRow made() {
    return new ModelRow(row.key(), row.inTrain(), row.tonnes(), row.siteEnergy(), area, features,
        categories, uses);
  }

  /// With another floor area in square feet: larger or smaller in all its parts, on as many floors.
  static ModelRow area(ModelRow row, double area) {
    Variation varied = new Variation(row);
    double factor = area / row.area();
    for (Feature feature : List.of(Feature.LOG_AREA, Feature.LOG_TOTAL_AREA,
        Feature.LOG_BUILDING_AREA, Feature.LOG_NON_PARKING_AREA, Feature.LOG_AREA_PER_FLOOR)) {
      varied.features.merge(feature, Math.log(factor), Double::sum);
    }
    for (Feature feature : List.of(Feature.LOG_PARKING_AREA, Feature.LOG_LARGEST_AREA,
        Feature.LOG_SECOND_AREA, Feature.LOG_THIRD_AREA)) {
      varied.features.computeIfPresent(
          feature, (_, value) -> Math.log1p(factor * Math.expm1(value)));
    }
    varied.area = area;
    return varied.made();
  }

  /// On another number of floors, as large as it is.
  static ModelRow floors(ModelRow row, double floors) {
    Variation varied = new Variation(row);
    varied.features.put(Feature.FLOORS, floors);
    varied.features.put(Feature.LOG_AREA_PER_FLOOR,
        row.feature(Feature.LOG_BUILDING_AREA) - Math.log(floors));
    return varied.made();
  }

  /// Of another age in years.
  static ModelRow age(ModelRow row, double age) {
    Variation varied = new Variation(row);
    varied.features.put(Feature.AGE, age);
    varied.features.put(Feature.AGE_SQUARED, age / 100 * (age / 100));
    return varied.made();
  }

  /// With another ENERGY STAR score, 1 to 100.
  static ModelRow score(ModelRow row, double score) {
    Variation varied = new Variation(row);
    varied.features.put(Feature.SCORE, score);
    varied.features.put(Feature.SCORE_MISSING, 0.0);
    varied.features.put(Feature.SCORE_LOGIT, Math.log(score / (101 - score)));
    return varied.made();
  }

  /// With this share of electricity, from 0 to 1, and natural gas for the rest.
  static ModelRow electricity(ModelRow row, double share) {
    Variation varied = new Variation(row);
    varied.features.put(Feature.ELECTRICITY_SHARE, share);
    varied.features.put(Feature.GAS_SHARE, 1 - share);
    Stream.of(Fuel.values()).filter(fuel -> fuel != Fuel.ELECTRICITY && fuel != Fuel.GAS)
        .filter(fuel -> !Double.isNaN(row.feature(fuel.share())))
        .forEach(fuel -> varied.features.put(fuel.share(), 0.0));
    varied.features.put(Feature.LOG_FACTOR, Math.log(FuelFactors.REFERENCE.of(new FuelMix(share, 1 - share, 0))));
    return varied.made();
  }

  /// Where another building stands.
  static ModelRow place(ModelRow row, ModelRow other) {
    Variation varied = new Variation(row);
    for (Feature feature : List.of(Feature.LATITUDE, Feature.LONGITUDE)) {
      varied.features.put(feature, other.feature(feature));
    }
    for (Category category : List.of(Category.NEIGHBORHOOD, Category.NEIGHBORHOOD_CLASS)) {
      varied.categories.put(category, other.category(category));
    }
    return varied.made();
  }

  /// With one use of a city's and no other.
  static ModelRow use(ModelRow row, String use, City city) {
    Variation varied = new Variation(row);
    varied.categories.put(Category.LARGEST_USE, use);
    varied.categories.put(Category.SECOND_USE, Use.NONE);
    varied.categories.put(Category.THIRD_USE, Use.NONE);
    varied.uses = List.of(use);
    varied.features.put(Feature.USE_TYPES, 1.0);
    varied.features.put(Feature.LARGEST_SHARE, 1.0);
    varied.features.put(Feature.SECOND_SHARE, 0.0);
    varied.features.put(Feature.THIRD_SHARE, 0.0);
    varied.features.put(Feature.REFERENCE_INTENSITY,
        Math.log1p(ReferenceIntensity.of(ReferenceIntensity.name(use, city))));
    varied.features.put(Feature.LOG_LARGEST_AREA, Math.log1p(row.area()));
    varied.features.put(Feature.LOG_SECOND_AREA, 0.0);
    varied.features.put(Feature.LOG_THIRD_AREA, 0.0);
    varied.features.put(Feature.PARKING_SHARE, 0.0);
    varied.features.put(Feature.LOG_NON_PARKING_AREA, Math.log(row.area()));
    return varied.made();
  }
}
