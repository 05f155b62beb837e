// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `carbonflow models` on a store that two trainings have published to.
class ModelsCommandTest {
  @TempDir static Path folder;
  private static String first;
  private static String second;

  @BeforeAll
  static void twoTrainings() {
    for (int seed = 1; seed <= 2; seed++) {
      CarbonflowProgram.run("run", "training", "--data-2015=" + CarbonflowProgram.DATA_2015,
          "--data-2016=" + CarbonflowProgram.DATA_2016, "--iterations=1", "--folds=2", "--seed=" + seed,
          "--split-seed=0", "--gate=floor=0,margin=-1", "--output=" + folder.resolve("run-" + seed),
          "--store=" + store()).ok();
    }
    List<String> versions = new PublishedModels(Store.open(StoreUri.parse(store().toString()),
        StoreOptions.of(Map.of()))).look().register().kept().stream()
        .map(one -> one.version()).toList();
    second = versions.get(0);
    first = versions.get(1);
  }

  private static Path store() {
    return folder.resolve("store");
  }

  private static CarbonflowProgram.Outcome models(String... words) {
    return CarbonflowProgram.run(Stream.concat(Stream.of("models"),
        Stream.of(words)).toArray());
  }

  @Test
  void theyAreListedAndShownAndTheCurrentOneGoesBackAndForth() {
    List<String> list = models("list", "--store=" + store()).ok().out().lines().toList();
    assertTrue(list.get(0).startsWith("version              published             model"), list.get(0));
    assertTrue(list.get(1).startsWith(second + " *  20"), list.get(1));
    assertTrue(list.get(2).startsWith(first + "    20"), list.get(2));

    String shown = models("show", "--store=" + store()).ok().out();
    assertTrue(shown.startsWith("version     " + second + "\nSHA-256     "), shown);
    assertTrue(shown.contains("rows, seed 2, split seed 0\n"), shown);
    assertTrue(shown.contains(first + " -> " + second + ", published: R² 0."), shown);

    assertEquals(first + " is the current model\n",
        models("rollback", "--store=" + store()).ok().out());
    assertTrue(models("show", "--store=" + store()).ok().out()
        .contains(second + " -> " + first + ", rolled back: rolled back from " + second));
    assertTrue(models("show", second, "--store=" + store()).ok().out()
        .startsWith("version     " + second));
    models("rollback", second, "--bucket=" + store().toUri()).ok();
    models("rollback", second, "--store=" + store()).ok();
    assertTrue(models("list", "--store=" + store()).ok().out().contains(second + " *"));
  }

  @Test
  void theDecisionIsPrintedInLines() {
    String told = models("verdict", "--store=" + store()).ok().out();
    assertTrue(told.matches("decision: published\nreason: R² 0\\..*\nversion: " + second + "\n"),
        told);
    models("verdict", "verdicts/7.json", "--store=" + store()).fails(1, "carbonflow models verdict",
        store().resolve("verdicts/7.json"), "does not exist", "--verdict-key=verdicts/7.json");
    models("verdict", "models/current.json", "--store=" + store()).fails(1,
        "carbonflow models verdict", "current.json: ", "field decision is missing");
  }

  @Test
  void wrongUseIsReported() {
    models().fails(2, "carbonflow models", "name what to do: list, show, verdict, rollback");
    models("lst").fails(2, "carbonflow models", "there is no command lst; did you mean list?");
    models("list", "--store=ftp://x").fails(2, "carbonflow models list", "--store: ftp://x");
    models("list", "extra").fails(2, "carbonflow models list", "'extra' is not expected here");
    models("rollback", "0009-x", "--store=" + store()).fails(1, "carbonflow models rollback",
        "there is no version 0009-x; there are " + second + ", " + first);
    models("show", "--store=" + folder.resolve("none")).fails(1, "carbonflow models show",
        "no model has been published here");
  }

  @Test
  void theyMayLieInABucket() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("city")) {
      models("list", "--bucket=city", "--subfolder=team", "--s3-endpoint=" + server.endpoint())
          .fails(1, "carbonflow models list", "s3://city/team/models/current.json: no model");
      models("list", "--bucket=town", "--s3-endpoint=" + server.endpoint())
          .fails(1, "carbonflow models list", "there is no bucket \"town\"");
    }
  }
}
