// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.cli.kubeflow.KubeflowCommands;

/// What a program's help says besides what its commands say of themselves: which commands belong together, how each is
/// used, and where to read more.
///
/// ```java
/// Program.named("wine", "Grades wines.").manual(Manual.usual()
///     .group("Predict", "grade")
///     .page("grade", "https://wine.example/grade", "java -jar wine.jar grade --wines=wines.csv"));
/// ```
///
/// @param groups the groups in the order in which they are shown; a step is listed only if one of them names it
/// @param pages what the help of a command ends with, by the command's words, such as `runs list`
public record Manual(List<Group> groups, Map<String, Page> pages) {

  /// Commands that belong together.
  ///
  /// @param title what they are for, such as `Train`
  /// @param commands their names
  public record Group(String title, List<String> commands) {
    /// Copies the list.
    public Group {
      commands = List.copyOf(commands);
    }
  }

  /// What the help of a command ends with.
  ///
  /// @param address where to read more
  /// @param examples command lines as a person types them
  public record Page(String address, List<String> examples) {
    /// Copies the list.
    public Page {
      examples = List.copyOf(examples);
    }
  }

  /// Copies both.
  public Manual {
    groups = List.copyOf(groups);
    pages = Map.copyOf(pages);
  }

  /// That of a program whose commands are the usual ones.
  public static Manual usual() {
    return new Manual(List.of(new Group("Run", List.of(RunCommand.NAME, RunsCommand.NAME)),
        new Group("Kubeflow", List.of(KubeflowCommands.NAME, CompileCommand.NAME)),
        new Group("More", List.of(StepsCommand.NAME, CompletionCommand.NAME))), Map.of());
  }

  /// One without groups and pages.
  public static Manual empty() {
    return new Manual(List.of(), Map.of());
  }

  /// The same with a group behind those that are there.
  public Manual group(String title, String... commands) {
    return new Manual(Stream.concat(groups.stream(), Stream.of(new Group(title, List.of(commands)))).toList(), pages);
  }

  /// The same with the page of a command.
  ///
  /// @param command the command's words, such as `runs list`
  /// @param address where to read more
  /// @param examples command lines as a person types them
  public Manual page(String command, String address, String... examples) {
    Map<String, Page> all = new HashMap<>(pages);
    all.put(command, new Page(address, List.of(examples)));
    return new Manual(groups, all);
  }
}
