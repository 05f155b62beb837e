// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person may write for a bucket, a key in it and a place to upload to.
class BucketUriTest {
  @ParameterizedTest
  @CsvSource({
    "energy, raw/2015.csv, s3://energy/raw/2015.csv",
    "s3://energy, 2015.csv, s3://energy/2015.csv",
    "s3://energy/seattle/, 2015.csv, s3://energy/seattle/2015.csv",
    "file:///data/energy, raw/2015.csv, /data/energy/raw/2015.csv",
    "energy, s3://other/2015.csv, s3://other/2015.csv",
    "energy, /data/2015.csv, /data/2015.csv",
    "energy, file:///data/2015.csv, /data/2015.csv",
    "'', data/2015.csv, data/2015.csv",
    "'', s3://other/2015.csv, s3://other/2015.csv",
  })
  void aTableIsAKeyInTheBucketOrAPlaceOfItsOwn(String bucket, String place, String found) {
    assertEquals(found, new BucketUri(bucket).locate(place).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Energy", "a", "en ergy", "gs://energy", "s3:/energy", "../energy"})
  void whatIsNoBucketIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new BucketUri(text));
  }

  @Test
  void aStoreComesBeforeTheBucketAndTheBucketBeforeNothing() {
    BucketUri bucket = new BucketUri("energy");
    KeyInput runs = new KeyInput("runs/1/");
    assertEquals("s3://energy/runs/1", new Destination("").or(bucket, runs).get().toString());
    assertEquals("s3://energy", new Destination("").or(bucket, new KeyInput("")).get().toString());
    assertEquals("plots", new Destination("plots").or(bucket, runs).get().toString());
    assertEquals(Optional.empty(), new Destination("").or(new BucketUri(""), runs));
  }

  @Test
  void aDestinationOfAnUnknownKindIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> new Destination("ftp://host/x"));
    assertTrue(e.getMessage().contains("\"ftp:\" is not supported"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other", "a/../b", "a//b", "."})
  void aSubfolderThatLeadsElsewhereIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new KeyInput(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "models/current.json", "/models/versions/0001-x", "//Models/x", "MODELS/",
      "seattle/models/current.json", "modelſ/x", "./models/x", "models/../models/x", "a/../models", "models//x"})
  void aKeyThatLeadsToPublishedModelsIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> new KeyInput(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.json", "old-models/x", "current.json", "versions/1", ""})
  void aKeyThatOnlyLooksLikeThemIsTaken(String text) {
    assertEquals(text, new KeyInput(text).path(StoreUri.parse("s3://models")));
    assertEquals(text, new KeyInput(text).path(StoreUri.parse("store")));
  }

  @ParameterizedTest
  @CsvSource({"s3://city/models, current.json", "s3://city/a/Models, /current.json", "store/models, versions/7/x",
      "store/models/versions, verdict.json", "s3://city/models/versions/0001-x, ''"})
  void norMayAStoreInTheirFolderHaveItWrittenToTheirPlaces(String root, String key) {
    var e = assertThrows(Problem.class, () -> new KeyInput(key).path(StoreUri.parse(root)));
    assertTrue(e.getMessage().startsWith(root + ": "), e.getMessage());
  }
}
