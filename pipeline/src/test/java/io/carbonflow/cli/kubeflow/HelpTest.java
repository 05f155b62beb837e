// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import org.junit.jupiter.api.Test;

/// What the commands say without a server.
class HelpTest {
  private final Client client = new Client(Map.of(), Client.REVISION);

  @Test
  void everyCommandHasHelpAndSaysWhereKubeflowIs() {
    List<String> commands = client.run("--help").ok().out().lines()
        .filter(line -> line.matches("  [a-z]+ {2,}.*")).map(line -> line.strip().split(" ")[0])
        .toList();
    assertEquals(13, commands.size());
    for (String command : commands) {
      Outcome help = client.run(command, "--help").ok();
      assertTrue(help.out().startsWith("Usage: carbonflow kubeflow " + command), help.out());
      assertTrue(help.out().contains("--endpoint=URL"), help.out());
      assertEquals("", help.err());
    }
  }

  @Test
  void aMistypedCommandIsGuessed() {
    client.run("uplaod").fails(2, "carbonflow kubeflow", "did you mean upload?");
    client.run().fails(2, "carbonflow kubeflow", "name a command, such as doctor");
  }

  @Test
  void withoutAnEndpointEveryCommandAsksForIt() {
    client.run("doctor").fails(1, "carbonflow kubeflow doctor",
        "no endpoint is named; set KBFL_ENDPOINT to https://HOST/pipeline, or give --endpoint");
    client.with("KBFL_ENDPOINT", "https://user:s3cret@host").run("runs").fails(1,
        "carbonflow kubeflow runs", "KBFL_ENDPOINT: is not the address of a server");
  }

  @Test
  void nothingThatIsSecretIsAnOption() {
    for (String command : new String[] {"upload", "run", "schedule", "doctor"}) {
      String help = client.run(command, "--help").ok().out();
      assertFalse(help.matches("(?is).*--\\S*(password|token|cookie|login).*"), help);
    }
  }
}
