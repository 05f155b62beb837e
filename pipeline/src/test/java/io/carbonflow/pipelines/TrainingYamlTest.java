// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import org.junit.jupiter.api.Test;

class TrainingYamlTest {

  @Test
  void whatIsReadEqualsWhatWasWritten() {
    PipelineSpec training = Compiler.compile(new Training(), new StepImage("example/carbonflow:1", "carbonflow"));
    String text = SpecYaml.write(training);
    assertEquals(training, SpecYaml.read("p.yaml", text));
    assertEquals(text, SpecYaml.write(SpecYaml.read("p.yaml", text)));
  }

  @Test
  void secretsStandInADocumentOfTheirOwn() {
    PipelineSpec training = Compiler.compile(new Training(), new StepImage("example/carbonflow:1", "carbonflow"));
    String text = SpecYaml.write(training);
    assertTrue(text.contains("""
        ---
        platforms:
          kubernetes:
            deploymentSpec:
              executors:
                exec-check-floor:
                  activeDeadlineSeconds: '600'
                exec-clean:
                  activeDeadlineSeconds: '3600'
                exec-evaluate:
                  activeDeadlineSeconds: '7200'
                  secretAsEnv:
                  - keyToEnv:
                    - envVar: AWS_ACCESS_KEY_ID
                      secretKey: AWS_ACCESS_KEY_ID
        """), text);
    assertEquals(training, SpecYaml.read("p.yaml", text));
    var secrets = SpecYaml.read("p.yaml", text).executors().get("exec-merge").secrets();
    assertEquals(new ContainerSpec.SecretAsEnv("s3-credentials", "AWS_REGION", true),
        secrets.get("AWS_REGION"));
    assertTrue(training.executors().get("exec-clean").secrets().isEmpty());
  }
}
