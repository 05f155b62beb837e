// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUriTest {

  @ParameterizedTest
  @CsvSource({
      "/data/2015.csv, /data/2015.csv",
      "data/2015.csv, data/2015.csv",
      "./data/../2015.csv, ./data/../2015.csv",
      "., .",
      "file:///data/2015.csv, /data/2015.csv",
      "file:/data/a%20b.csv, /data/a b.csv",
      "s3://bucket, s3://bucket",
      "s3://bucket/, s3://bucket",
      "s3://bucket/prefix/, s3://bucket/prefix",
      "s3://bucket/a b%20c.csv, s3://bucket/a b%20c.csv"
  })
  void pathsFileUrisAndS3UrisAreRead(String text, String uri) {
    assertEquals(uri, StoreUri.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
      "/data/2015.csv, /data, 2015.csv",
      "2015.csv, ., 2015.csv",
      "/2015.csv, /, 2015.csv",
      "s3://bucket/2015.csv, s3://bucket, 2015.csv",
      "s3://bucket/a/b/2015.csv, s3://bucket/a/b, 2015.csv"
  })
  void anObjectHasAParentAndAName(String text, String parent, String name) {
    StoreUri uri = StoreUri.parse(text);
    assertEquals(parent, uri.parent().toString());
    assertEquals(name, uri.name());
    assertEquals(uri, uri.parent().resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s3:bucket/key", "s3://", "s3:///key", "s3://ab/key",
      "s3://Bucket/key", "s3://under_score/key", "s3://a..b/key", "s3://-abc/key",
      "s3://bucket//key", "s3://bucket/a//b", "s3://bucket/../b", "gs://bucket/key",
      "file://host/path", "file:relative", "file:///a b"})
  void whatIsNoUriIsRefused(String text) {
    assertThrows(Problem.class, () -> StoreUri.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket", ".", "..", "/"})
  void aWholeBucketOrFolderIsNotAnObject(String text) {
    assertThrows(Problem.class, StoreUri.parse(text)::name);
    assertThrows(Problem.class, StoreUri.parse(text)::parent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://AKIA:s3cr/et@bucket/key", "https://user:s3cr/et@host/key",
      "https://host/key?X-Amz-Signature=s3cr/et", "file://user:s3cr/et@host/key"})
  void aSecretInAUriIsNotRepeated(String text) {
    var problem = assertThrows(Problem.class, () -> StoreUri.parse(text));
    assertFalse(problem.getMessage().contains("s3cr"), problem.getMessage());
    assertFalse(problem.getMessage().contains("et@"), problem.getMessage());
  }

  @Test
  void aMessageSaysWhatToWriteInstead() {
    assertEquals("gs://bucket/key: storage of the kind \"gs:\" is not supported; "
            + "give a path, a file: URI or s3://BUCKET/KEY",
        assertThrows(Problem.class, () -> StoreUri.parse("gs://bucket/key")).getMessage());
    assertEquals("s3:///key: has no bucket; write s3://BUCKET/KEY; "
            + "a bucket has 3 to 63 lower-case letters, digits, dots, hyphens",
        assertThrows(Problem.class, () -> StoreUri.parse("s3:///key")).getMessage());
  }

  @Test
  void aLocalUriIsAPath() {
    assertEquals(new LocalUri(Path.of("a", "b")), StoreUri.parse("a//b/"));
  }
}
