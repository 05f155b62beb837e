// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// Which line of a pod's log says why the task has failed. The forms of lines beside the task's own
/// are those of glog in Kubeflow 2.17's launcher and driver (backend/src/v2/cmd, `glog.Exit`), and of
/// Argo 4's `argoexec`.
class LogLinesTest {
  private static final String LAUNCHER = """
      I0105 08:00:01.000001      18 launcher_v2.go:449] input ExecutorInput:{
        "inputs": {}
      }
      """;
  private static final String ENDED = """
      I0105 08:00:09.000001      18 launcher_v2.go:206] publish success.
      F0105 08:00:09.000002      18 main.go:57] failed to execute component: exit status 1
      time="2026-01-05T08:00:09.100Z" level=info msg="sub-process exited" argo=true error="exit status 1"
      Error: exit status 1
      """;

  private static Optional<String> telling(String log) {
    return LogLines.of("carbonflow", log).telling();
  }

  @Test
  void whatTheStepSaysOfItselfIsReported() {
    String log = LAUNCHER + """
        merge: reading 2015.csv

        carbonflow merge: 2015.csv: there is no such file; correct --data-2015
        merge: bye
        """ + ENDED;
    assertEquals(Optional.of("carbonflow merge: 2015.csv: there is no such file; correct --data-2015"),
        telling(log));
    assertEquals(telling(log), LogLines.of("carbonflow", log).own());
  }

  @Test
  void aProgramThatSaysNothingOfItselfIsReportedByItsLastLine() {
    assertEquals(Optional.of("python: can't open file 'none.py'"),
        telling(LAUNCHER + "python: can't open file 'none.py'\n" + ENDED));
    assertEquals(Optional.of("train: trial 7"), telling(LAUNCHER + "train: trial 7\n"));
  }

  @Test
  void whatDriverOrLauncherGaveUpForIsReported() {
    assertEquals(Optional.of("KFP driver: driver.Container(pipelineName=x) failed: parent DAG does"
        + " not have input parameter pipelinechannel--shards"), telling(LAUNCHER + """
        F0105 08:00:02.000001      18 main.go:127] KFP driver: driver.Container(pipelineName=x) failed: \
        parent DAG does not have input parameter pipelinechannel--shards
        time="2026-01-05T08:00:09.100Z" level=info msg="sub-process exited" argo=true
        Error: exit status 1
        """));
  }

  @Test
  void aLogWithoutALineOfTheTaskTellsNothing() {
    assertEquals(Optional.empty(), telling(""));
    assertEquals(Optional.empty(), telling(ENDED));
    assertEquals(List.of("a", "b"), LogLines.of("carbonflow", "a\n\n  \nb\n").all());
  }
}
