// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What models know of a building in a year: a row of the clean table. It is made from one row of
/// the city's table alone; whatever is learned from many rows comes later.
///
/// @param key the building and the year
/// @param inTrain whether it is learned from; false where no split has been made
/// @param tonnes emissions in tonnes; NaN where they are not known
/// @param siteEnergy metered energy in kBtu, which only serves as a label; NaN where it is not
///     known
/// @param area the floor area in square feet that energy and emissions are taken by, positive
/// @param features every feature; NaN where it is not known
/// @param categories every category
/// @param uses every use of the building, each once
/// @param impossible whether no building can have such energy or emissions ([Repairs#impossible]); such rows
///     are not learned from, and scores stand with and without them
/// @param name what the building is called; empty where it is not known
public record ModelRow(
    RowKey key,
    boolean inTrain,
    double tonnes,
    double siteEnergy,
    double area,
    Map<Feature, Double> features,
    Map<Category, String> categories,
    List<String> uses,
    boolean impossible,
    String name) {

  /// Copies the maps and the list, and checks that nothing is missing.
  ///
  /// @throws IllegalArgumentException if a feature or a category is missing or the area not
  ///     positive
  public ModelRow {
    features = Collections.unmodifiableMap(new EnumMap<>(features));
    categories = Collections.unmodifiableMap(new EnumMap<>(categories));
    uses = List.copyOf(uses);
    Objects.requireNonNull(name);
    if (features.size() < Feature.values().length || categories.size() < Category.values().length
        || !(area > 0)) {
      throw new IllegalArgumentException("a row of " + key + " is not complete");
    }
  }

  /// A row whose building has no name.
  ///
  /// @throws IllegalArgumentException if a feature or a category is missing or the area not
  ///     positive
  public ModelRow(RowKey key, boolean inTrain, double tonnes, double siteEnergy, double area,
      Map<Feature, Double> features, Map<Category, String> categories, List<String> uses, boolean impossible) {
    this(key, inTrain, tonnes, siteEnergy, area, features, categories, uses, impossible, "");
  }

  /// A row that is possible.
  ///
  /// @throws IllegalArgumentException if a feature or a category is missing or the area not
  ///     positive
  public ModelRow(RowKey key, boolean inTrain, double tonnes, double siteEnergy, double area,
      Map<Feature, Double> features, Map<Category, String> categories, List<String> uses) {
    this(key, inTrain, tonnes, siteEnergy, area, features, categories, uses, false);
  }

  /// The row of a building of Seattle against which no rule speaks.
  static ModelRow of(Building building) {
    return of(building, false, City.SEATTLE, "");
  }

  /// The row of a building against which no rule speaks.
  ///
  /// @param impossible whether no building can have such energy or emissions
  /// @param name what the building is called; empty where it is not known
  static ModelRow of(Building building, boolean impossible, City city, String name) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.of(FeatureSet.METERED)) {
      features.put(feature, feature.of(building));
    }
    if (city != City.SEATTLE && (!city.fuels().equals(City.SEATTLE.fuels())
        || !city.reference().equals(City.SEATTLE.reference()))) {
      features.put(Feature.LOG_FACTOR, Double.NaN); // a transformer makes it by the city's own factors
    }
    Map<Category, String> categories = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      categories.put(category, category.of(building, city));
    }
    return new ModelRow(building.key(), building.inTrain(), building.tonnes(),
        building.energy().site(), building.area(), features, categories, building.uses(), impossible, name);
  }

  /// A feature; NaN where it is not known.
  public double feature(Feature feature) {
    return features.get(feature);
  }

  /// The row with another value of a feature.
  public ModelRow with(Feature feature, double value) {
    Map<Feature, Double> others = new EnumMap<>(features);
    others.put(feature, value);
    return new ModelRow(key, inTrain, tonnes, siteEnergy, area, others, categories, uses, impossible, name);
  }

  /// The row with the building's name.
  ///
  /// @param called empty where it is not known
  public ModelRow named(String called) {
    return new ModelRow(key, inTrain, tonnes, siteEnergy, area, features, categories, uses, impossible, called);
  }

  /// The row with every feature on its step ([Feature#stepped]), and the logarithm of the emission
  /// factor from the stepped shares: in the exact ones stands what is rounded away. It is what models
  /// look at. What leads from their label to tonnes is taken from the row as it was.
  public ModelRow stepped() {
    return stepped(FuelFactors.REFERENCE);
  }

  /// The same by the reference's factors of a city.
  public ModelRow stepped(FuelFactors reference) {
    Map<Feature, Double> stepped = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.of(FeatureSet.METERED)) {
      stepped.put(feature, feature.stepped(features.get(feature)));
    }
    stepped.put(Feature.LOG_FACTOR, Math.log(reference.of(FuelMix.of(fuel -> stepped.get(fuel.share())))));
    return new ModelRow(key, inTrain, tonnes, siteEnergy, area, stepped, categories, uses, impossible, name);
  }

  /// A category's value.
  public String category(Category category) {
    return categories.get(category);
  }

  /// Tonnes per kBtu of the building's mix of fuels by Seattle's reference, which features are made of there,
  /// whatever year it is; NaN where the mix is not known.
  public double emissionFactor() {
    return FuelFactors.REFERENCE.of(FuelMix.of(this));
  }

  /// Emissions on the scale on which models are compared; NaN where they are not known.
  public double boxCox() {
    return BoxCox.of(tonnes);
  }
}
