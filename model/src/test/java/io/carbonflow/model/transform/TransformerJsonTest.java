// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerJsonTest {
  private static final Place FILE = Place.of("transformer.json");
  private static final String JSON = TransformerJson.write(fit(FeatureSet.METERED));

  private static Transformer fit(FeatureSet features) {
    return Transformer.fit(features, Samples.clean(), Place.of("clean.csv"));
  }

  private static String message(String json) {
    return assertThrows(Problem.class, () -> TransformerJson.read(json, FILE)).getMessage();
  }

  private static String changed(String from, String to) {
    assertTrue(JSON.contains(from), from);
    return JSON.replaceFirst(Pattern.quote(from), to);
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void readsBackAnEqualTransformer(FeatureSet features) {
    Transformer transformer = fit(features);
    String json = TransformerJson.write(transformer);
    assertEquals(transformer, TransformerJson.read(json, FILE));
    assertEquals(json, TransformerJson.write(TransformerJson.read(json, FILE)));
  }

  @Test
  void refusesANewerVersion() {
    assertEquals("transformer.json: is version 6 of a transformer; this release reads up to 5; use "
        + "the release that wrote it, or train again", message(changed("\"version\": 4",
        "\"version\": 6")));
    assertTrue(message(changed("\"version\": 4", "\"version\": 3.5")).contains("is version 3 of"));
  }

  /// As an earlier release wrote it: without factors, and with whatever year a row is of.
  private static String third() {
    return JSON.replace("\"version\": 4", "\"version\": 3").replace("\"held\"", "\"stepped\"")
        .replaceFirst("(?s),\\s*\"factors\".*", "}");
  }

  @Test
  void readsTheThirdVersionWhichTookEveryYearByTheReferencesFactors() {
    Transformer read = TransformerJson.read(third(), FILE);
    assertEquals(FeatureForm.STEPPED, read.form());
    assertEquals(YearFactors.REFERENCE, read.factors());
    assertEquals(Optional.empty(), read.mixes());
    assertEquals(read, TransformerJson.read(TransformerJson.write(read), FILE));
    assertTrue(message(third().replace("\"version\": 3", "\"version\": 4")).contains("field factors is missing"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"2015\": {|\"15\": {|field factors does not hold together: factors of the years [15, 2016]",
      "\"2015\": {|\"MMXV\": {|is not an object of years",
      "\"2015\": {|\"02015\": {|is not an object of years",
      "\"electricity\": |\"electricity\": 2, \"e\": |field factors.2015.factors.e is not known",
      "\"source\": \"estimated\"|\"source\": \"guessed\"|field factors.2015.source is not one of",
      "\"residual\": |\"residual\": -1, \"r\": |field factors.2015.r is not known"})
  void refusesFactorsThatCannotBe(String from, String to, String message) {
    assertTrue(message(changed(from, to)).contains(message), message(changed(from, to)));
  }

  @Test
  void refusesFactorsOfOtherYearsWithoutMeanFuels() {
    String json = TransformerJson.write(fit(FeatureSet.UNMETERED).with(
        YearFactors.REFERENCE.given(2018, new FuelFactors(2.67e-6, 5.311e-5, 5.32e-5))));
    assertEquals(2018, TransformerJson.read(json, FILE).factors().of(2018).from());
    String without = json.replaceFirst("(?s),\\s*\"mean_fuels\".*", "}");
    assertTrue(message(without).contains("no mean fuels of property types"), message(without));
  }

  /// As an earlier release wrote it: without the form, and without the feature that came later.
  private static String second() {
    return third().replace("\"version\": 3", "\"version\": 2")
        .replaceFirst("\\s*\"form\": \"stepped\",", "")
        .replaceFirst("\\s*\"LogReferenceIntensity\": [0-9.]+,", "")
        .replaceFirst("(?s)\\{\\s*\"measure\": \"LogReferenceIntensity\"[^}]*},\\s*", "");
  }

  @Test
  void readsTheSecondVersionWhichTookFeaturesAsTheyAre() {
    Transformer read = TransformerJson.read(second(), FILE);
    assertEquals(FeatureForm.EXACT, read.form());
    assertEquals(FeatureForm.HELD, TransformerJson.read(JSON, FILE).form());
    assertEquals(read, TransformerJson.read(TransformerJson.write(read), FILE));
    ModelRow row = Samples.row(Map.of("Electricity(kBtu)", "5000123", "Latitude", "47.60049"));
    int latitude = read.apply(List.of()).columns().indexOf("Latitude");
    Standardized column = read.columns().get(latitude);
    assertEquals((47.60049 - column.mean()) / column.deviation(),
        read.apply(List.of(row)).values()[0][latitude]);
    assertTrue(message(third().replace("\"version\": 3", "\"version\": 2")).contains("field form is not known"));
    assertTrue(message(changed("\"form\": \"held\",", "")).contains("field form is missing"));
    assertTrue(message(changed("\"held\"", "\"exact\"")).contains("the fills are of other measures"));
  }

  @Test
  void readsTheFirstVersionWhichHadNoRanges() {
    String first = second().replace("\"version\": 2", "\"version\": 1")
        .replaceFirst("(?s),\\s*\"ranges\".*", "}");
    Transformer read = TransformerJson.read(first, FILE);
    assertEquals(Map.of(), read.seen().ranges());
    assertEquals(FeatureForm.EXACT, read.form());
    assertEquals(TransformerJson.read(second(), FILE).columns(), read.columns());
    assertTrue(message(second().replace("\"version\": 2", "\"version\": 1"))
        .contains("field ranges is not known"));
    assertTrue(message(first.replace("\"version\": 1", "\"version\": 2"))
        .contains("field ranges is missing"));
  }

  @Test
  void refusesAFieldThatItDoesNotKnow() {
    assertEquals("transformer.json: field extra is not known; use the file as it was written, "
        + "or train again", message(changed("{", "{\"extra\": 1,")));
    assertTrue(message(changed("\"deviation\"", "\"x\": 1, \"deviation\""))
        .contains("field columns[0].x is not known;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "features", "medians", "columns", "uses", "neighborhoods"})
  void refusesAMissingField(String field) {
    String message = message(JSON.replaceAll("\"" + field + "\":", "\"x\":"));
    assertTrue(message.contains(field) || message.contains("is not known"), message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"features\": \"metered\"|\"features\": \"metred\"|field features is not one of [metered, unmetered]: metred",
      "\"features\": \"metered\"|\"features\": 3|field features is not a text: 3",
      "\"features\": \"metered\"|\"features\": \"unmetered\"|the fills are of other measures",
      "\"measure\": \"Age\"|\"measure\": \"Agee\"|names Agee, which this release does not know",
      "\"measure\": \"Age\"|\"measure\": \"AgeSquared\"|column AgeSquared is not known, or appears",
      "\"Age\":|\"NumberofFloors\":|the fills are of other measures",
      "\"mean\": |\"mean\": 1e999, \"m\": |field columns[0].mean is too large: 1e999",
      "\"deviation\": |\"deviation\": 0, \"d\": |field columns[0].d is not known"})
  void refusesValuesThatCannotBe(String from, String to, String message) {
    assertTrue(message(changed(from, to)).contains(message), message(changed(from, to)));
  }

  @Test
  void refusesADeviationOfZero() {
    String json = JSON.replaceFirst("\"deviation\": [0-9.E-]+", "\"deviation\": 0");
    assertTrue(message(json).contains("column LogUseGFA has the mean"), message(json));
  }

  @Test
  void refusesWhatIsCutOffOrNoJsonObject() {
    assertEquals("transformer.json: cannot be read as JSON (it is empty or cut off); use the file as "
        + "it was written, or train again", message(JSON.substring(0, JSON.length() / 2)));
    for (String text : List.of("", "[1]", JSON + "{}")) {
      assertTrue(message(text).endsWith("; use the file as it was written, or train again"), message(text));
    }
  }
}
