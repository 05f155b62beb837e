// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;

/// The lines of the log of a task's pod: those of the task's own program, among those of Kubeflow's
/// driver or launcher and of Argo, which start it.
///
/// @param program the name of the program whose steps begin the line that says what is wrong with it
/// @param all the lines that are not blank
public record LogLines(String program, List<String> all) {
  /// How driver and launcher log: level, date, time, thread, place in their source.
  private static final Pattern KUBEFLOW =
      Pattern.compile("([IWEF])\\d{4} [\\d:.]+ +\\d+ [^ \\]]+:\\d+\\] (.*)");
  /// What Argo logs beside a container's own lines, and how it ends.
  private static final Pattern ARGO =
      Pattern.compile("time=\\S+ level=.*|Error: exit status \\d+");
  /// What the launcher says if the task's own program has failed, which has said more.
  private static final Pattern NO_NEWS = Pattern.compile(".*(exit status \\d+|signal: [a-z]+)");

  /// The lines of a log.
  public static LogLines of(String program, String log) {
    return new LogLines(program, log.lines().filter(line -> !line.isBlank()).toList());
  }

  /// What the step itself says is wrong; empty if it says nothing.
  public Optional<String> own() {
    return last(line -> line.startsWith(program + " "));
  }

  /// The line that says most about why the task has failed: what the step itself says; else why the
  /// driver or launcher gave up, which is already known where the task's program has ended; else the last
  /// line that is neither Kubeflow's nor Argo's.
  public Optional<String> telling() {
    return own().or(this::givenUp).or(() -> last(line ->
        !KUBEFLOW.matcher(line).matches() && !ARGO.matcher(line).matches()));
  }

  private Optional<String> givenUp() {
    return all.reversed().stream().map(KUBEFLOW::matcher).filter(Matcher::matches)
        .filter(line -> line.group(1).equals("F")).map(line -> line.group(2)).findFirst()
        .filter(text -> !NO_NEWS.matcher(text).matches());
  }

  private Optional<String> last(Predicate<String> wanted) {
    return all.reversed().stream().filter(wanted).findFirst();
  }
}
