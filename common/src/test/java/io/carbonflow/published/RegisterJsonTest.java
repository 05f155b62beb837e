// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `current.json`, which others may read, and may have written by hand.
class RegisterJsonTest {
  private static final Place WHERE = Place.of("s3://models/current.json");

  private static Register register() {
    Register register = Register.EMPTY;
    for (int seed = 1; seed <= 2; seed++) {
      Candidate candidate = SmallBundle.candidate(seed);
      register = register.moved(RegistryEvent.Kind.PUBLISHED, new Published(
          VersionName.of(seed, candidate.sha256()), candidate.sha256(), Instant.EPOCH,
          candidate.promise()), "it is \"better\"", Instant.EPOCH);
    }
    return register;
  }

  private static String text() {
    return new String(RegisterJson.bytes(register()), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWrittenIsRead() {
    assertEquals(register(), RegisterJson.read(RegisterJson.bytes(register()), WHERE));
  }

  @Test
  void theCurrentVersionStandsAtTheTopForProgramsThatReadNothingElse() {
    assertTrue(text().startsWith("""
        {
          "format": 1,
          "version": "%s",
        """.formatted(register().version().orElseThrow())), text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "format": 1   | "format": 3    |                    | format 3
      "format": 1   | "format": "1"  | format             | whole number
      "number": 2   | "number": 1    |                    | versions
      "number": 2   | "number": 2.5  | number             | whole number
      "version": "0002 | "version": "0003 |                    | among the versions
      "sha256": "   | "sha256": "0   | kept[0]            | hold together
      "published": "| "published": "x| kept[0].published  | time: "x
      "kind": "pub  | "kind": "pu    | history[0].kind    | [published, rolled_back]: pulished
      unmetered     | metred         | kept[0].promise.features | [metered, unmetered]: metred
      "rows": 10    | "rows": 0      | kept[0].promise    | hold together
      "r2": 0.5     | "r2": "good"   | kept[0].promise.r2 | number
      "reason": "   | "why": "       | history[0].reason  | missing
      """, quoteCharacter = '\0')
  void whatIsSomethingElseIsRefused(String was, String is, String field, String kind) {
    int at = text().indexOf(was);
    assertTrue(at > 0, was);
    byte[] altered = (text().substring(0, at) + is + text().substring(at + was.length()))
        .getBytes(StandardCharsets.UTF_8);
    String message =
        assertThrows(Problem.class, () -> RegisterJson.read(altered, WHERE)).getMessage();
    assertTrue(message.startsWith("s3://models/current.json: "), message);
    assertTrue(field == null || message.contains(": field " + field + " "), message);
    assertTrue(message.contains(kind), message);
  }

  @Test
  void whatRowsHaveDecidedIsWrittenAndReadInAFormatOfItsOwn() {
    Published current = register().current().orElseThrow();
    DecidingRows rows = DecidingRows.of(List.of("1", "1", "2", "3"));
    Register decided = register()
        .after(new RowsDecision(current.sha256(), register().kept().get(1).sha256(), 0.02, 0.01, rows), current.promise())
        .after(new RowsDecision("ab".repeat(32), current.sha256(), -0.01, 0.02, rows), current.promise());
    String text = new String(RegisterJson.bytes(decided), StandardCharsets.UTF_8);
    assertTrue(text.contains("\"format\": 2,"), text);
    assertTrue(text.contains("\"measured_r2\": 0.5,"), text);
    assertEquals(decided, RegisterJson.read(RegisterJson.bytes(decided), WHERE));
    String other = text.replace("\"buildings\": 3", "\"buildings\": 4");
    String message = assertThrows(Problem.class,
        () -> RegisterJson.read(other.getBytes(StandardCharsets.UTF_8), WHERE)).getMessage();
    assertTrue(message.contains("field decisions[0].rows "), message);
  }

  @Test
  void aRegisterOfAnEarlierVersionIsReadAsItWas() {
    String earlier = text().replace("\"tonnes_mae\": 100.0,\n        \"types\"",
        "\"tonnes_mae\": 100.0,\n        \"coverage\": null,\n        \"types\"");
    assertTrue(earlier.contains("null") && !earlier.contains("decisions"), earlier);
    assertEquals(register(), RegisterJson.read(earlier.getBytes(StandardCharsets.UTF_8), WHERE));
  }
}
