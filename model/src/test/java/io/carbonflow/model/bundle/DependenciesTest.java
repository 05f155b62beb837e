// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a program that predicts has to take along with this module.
class DependenciesTest {

  @Test
  void ofWhatIsNotCarbonflowsThereAreTwo() throws Exception {
    assertEquals(List.of("carbonflow-base"), dependencies(Path.of("pom.xml")));
    assertEquals(List.of("fastcsv", "gson"), dependencies(Path.of("..", "base", "pom.xml")));
  }

  private static List<String> dependencies(Path file) throws IOException {
    String pom = Files.readString(file);
    String dependencies =
        pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencies>"));
    return Pattern.compile("<artifactId>([^<]+)</artifactId>(?!\\s*<type>test-jar)").matcher(dependencies).results()
        .map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"software.amazon.awssdk.services.s3.S3Client", "smile.data.DataFrame",
      "ml.dmlc.xgboost4j.java.XGBoost", "picocli.CommandLine", "tech.tablesaw.api.Table",
      "io.carbonflow.kfp.step.Step", "io.carbonflow.store.Store"})
  void nothingOfTrainingOrStoringIsOnTheClassPath(String type) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
  }
}
