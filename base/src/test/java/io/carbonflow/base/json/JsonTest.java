// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import com.google.gson.annotations.SerializedName;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records as JSON, and back.
class JsonTest {
  private enum Kind { A_FEW, MANY }

  @SnakeCase
  private record Form(Kind kindOfForm, @SerializedName("r2") double score, Optional<String> note,
      OptionalDouble share, Instant at, List<Part> parts, SortedMap<String, Long> counts,
      Map<String, Object> values) {}

  @SnakeCase
  private record Part(int rowsIn, boolean good) {
    Part {
      if (rowsIn < 0) {
        throw new IllegalArgumentException("fewer rows than none");
      }
    }
  }

  private static final String TEXT = """
      {"kind_of_form":"a_few","r2":-0.0,"at":"2026-01-05T08:00:00Z",\
      "parts":[{"rows_in":1,"good":true}],"counts":{"a":2},"values":{"x":1,"y":1.0,"z":"<"}}""";
  private static final Form FORM = new Form(Kind.A_FEW, -0.0, Optional.empty(),
      OptionalDouble.empty(), Instant.parse("2026-01-05T08:00:00Z"), List.of(new Part(1, true)),
      new TreeMap<>(Map.of("a", 2L)), Map.of("x", 1L, "y", 1.0, "z", "<"));

  private static Form read(String text) {
    return StrictJson.of(text.getBytes(StandardCharsets.UTF_8), Place.of("form.json"), "fix it")
        .to(Form.class);
  }

  @Test
  void aRecordIsReadBackAsItWas() {
    assertEquals(FORM, read(TEXT));
    assertEquals(TEXT, Json.compact(read(TEXT)).replace("\\u003c", "<"));
  }

  @Test
  void whatIsEmptyMayBeMissingOrNull() {
    String whole = TEXT.replace("{\"kind", "{\"note\":\"n\",\"share\":0.5,\"kind");
    assertEquals(Optional.of("n"), read(whole).note());
    assertEquals(OptionalDouble.of(0.5), read(whole).share());
    assertEquals(FORM, read(whole.replace("\"n\"", "null").replace("0.5", "null")));
    assertEquals("{\n  \"note\": null\n}\n",
        Json.prettyWithNulls(Map.of("note", Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "\"r2\":-0.0, | | field r2 is missing",
      "\"r2\" | \"x\":1,\"r2\" | field x is not known",
      "\"r2\" | \"r2\":1,\"r2\" | cannot be read as JSON (field r2 is there twice)",
      "a_few | few | field kind_of_form is not one of [a_few, many]: few",
      "\"rows_in\":1 | \"rows_in\":-1 | field parts[0] does not hold together: fewer rows than none",
      "\"rows_in\":1 | \"rows_in\":1.5 | field parts[0].rows_in is not a whole number: 1.5",
      "true | 1 | field parts[0].good is neither true nor false: 1",
      "{\"a\":2} | [] | field counts is not an object",
      "2026-01 | 2026 | field at is not a time: \"2026-05T08:00:00Z\"",
      "\"values\":{ | \"values\":{\"w\":1e999, | field values.w is not a value: 1e999"})
  void whatIsSomethingElseIsRefusedWithItsPlace(String was, String is, String problem) {
    String text = TEXT.replace(was, is == null ? "" : is);
    assertEquals("form.json: " + problem + "; fix it",
        assertThrows(Problem.class, () -> read(text)).getMessage());
  }

  @Test
  void aTreeOfYamlIsReadInTheSameWay() {
    StrictJson json = StrictJson.ofTree(
        Map.of("a", List.of(1, 2.5, Double.NaN), "b", true), Place.of("p.yaml"), "fix it");
    assertEquals(List.of(1L, 2.5, Double.NaN), json.field("a").value());
    assertEquals("p.yaml: field b is not known; fix it",
        assertThrows(Problem.class, json::end).getMessage());
    assertEquals("p.yaml: field c is missing; fix it",
        assertThrows(Problem.class, () -> json.field("c").text()).getMessage());
  }
}
