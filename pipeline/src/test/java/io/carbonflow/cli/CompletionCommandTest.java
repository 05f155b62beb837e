// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script of `completion`, asked as bash asks it.
class CompletionCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("here/data"));
    for (String name : List.of("data/2015.csv", "data/2016.csv", "daily.csv", "model.carbonflow")) {
      Files.writeString(folder.resolve("here").resolve(name), "");
    }
  }

  /// What bash would offer for the last word of a line. The sign = parts words, as in a bash of which nothing is changed.
  private List<String> offered(String... words) throws Exception {
    Path script = Files.writeString(folder.resolve("completion"),
        CarbonflowProgram.run("completion").ok().out());
    String line = String.join(" ", words);
    Process bash = new ProcessBuilder("bash", "-c", """
        compopt() { :; }
        source %s
        COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}
        cd here
        _values_of_carbonflow
        printf '%%s\\n' "${COMPREPLY[@]}"
        """.formatted(script, line.isEmpty() ? "" : line.replaceAll(" $", " ''"),
            words.length - 1, line)).directory(folder.toFile()).redirectErrorStream(true).start();
    List<String> out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines().toList();
    assertEquals(0, bash.waitFor(), out::toString);
    return out;
  }

  @Test
  void commandsAndPipelinesAreOffered() throws Exception {
    assertTrue(offered("carbonflow", "comp").contains("compile"));
    assertEquals(List.of("training", "training-compact", "training-distributed"),
        offered("carbonflow", "run", "tr"));
  }

  @Test
  void thePipelinesParametersAreOffered() throws Exception {
    assertEquals(List.of("--hyperopt-iterations"),
        offered("carbonflow", "run", "training", "--hyp"));
    assertEquals(List.of("--shards"), offered("carbonflow", "run", "training-distributed", "--sha"));
  }

  @Test
  void theWordsThatAnOptionTakesAreOffered() throws Exception {
    assertEquals(List.of("metered", "unmetered"),
        offered("carbonflow", "run", "training", "--features", ""));
    assertEquals(List.of("random"), offered("carbonflow", "train-svm", "--search", "r"));
  }

  @Test
  void bashAsksForTheValuesToo() throws Exception {
    String script = CarbonflowProgram.run("completion").ok().out();
    assertTrue(script.endsWith("complete -F _values_of_carbonflow carbonflow\n"), script);
  }

  @Test
  void filesAreOfferedBehindTheSign() throws Exception {
    assertEquals(Set.of("data", "daily.csv"),
        Set.copyOf(offered("carbonflow", "predict", "--rows", "=", "da")));
    assertEquals(List.of("data/2015.csv", "data/2016.csv"),
        offered("carbonflow", "predict", "--rows", "=", "data/").stream().sorted().toList());
    assertEquals(List.of("model.carbonflow"), offered("carbonflow", "predict", "--bundle", "=", "m"));
    assertEquals(List.of("model.carbonflow"), offered("carbonflow", "verify", "m"));
  }

  @Test
  void filesAreOfferedBehindACommaAsWell() throws Exception {
    assertEquals(List.of("data/2015.csv,data/2016.csv"),
        offered("carbonflow", "run", "training", "--data", "=", "data/2015.csv,data/2016"));
  }

  @Test
  void theWordsOfAnOptionAreOfferedBehindTheSign() throws Exception {
    assertEquals(List.of("metered"), offered("carbonflow", "run", "training", "--features", "=", "m"));
    assertEquals(List.of("metered", "unmetered"), offered("carbonflow", "run", "training", "--features", "="));
  }

  @Test
  void whereASignPartsNoWordsTheWholeWordIsOffered() throws Exception {
    assertEquals(List.of("--bundle=model.carbonflow"), offered("carbonflow", "predict", "--bundle=m"));
  }
}
