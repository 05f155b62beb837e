// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalCopyTest {
  private static Path of(String json) {
    JsonObject artifact = JsonParser.parseString(json).getAsJsonObject();
    return LocalCopy.of("--executor-input", new ServerJson(artifact));
  }

  @ParameterizedTest
  @CsvSource({
      "s3://bucket/v2/a b.json, /s3/bucket/v2/a b.json",
      "minio://mlpipeline/v2/x, /minio/mlpipeline/v2/x",
      "gs://bucket/x, /gcs/bucket/x",
      "file:///runs/a%20b.json, /runs/a b.json",
      "/runs/of/the/sdk, /runs/of/the/sdk"})
  void aUriHasOnePlaceOnDisk(String uri, String path) {
    assertEquals(Path.of(path), of("{\"uri\": \"" + uri + "\"}"));
  }

  @Test
  void aPathOfItsOwnComesFirst() {
    assertEquals(Path.of("/kfp-workspace/x"),
        of("{\"uri\": \"s3://b/x\", \"customPath\": \"/kfp-workspace/x\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"uri\": \"\"}", "{\"uri\": \"oci://r/x\"}", "{\"uri\": []}",
      "{\"uri\": \"file:%zz\"}", "{\"uri\": \"file:x\"}",
      "{\"uri\": \"file://host/x\"}", "{\"uri\": \"s3://a\\u0000\"}",
      "{\"uri\": \"/a\\u0000\"}"})
  void whatIsNowhereOnThisMachineIsRefused(String json) {
    var e = assertThrows(Problem.class, () -> of(json));
    assertTrue(e.getMessage().startsWith("--executor-input: has an artifact at '"),
        e.getMessage());
  }
}
