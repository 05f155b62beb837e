// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Puts what a [Manual] says into the help of commands.
final class HelpPage {
  private static final String OTHER = "Other";

  private HelpPage() {}

  /// Lists the commands of a program in groups.
  ///
  /// @param own the names of commands that are listed in any case
  static void group(CommandLine program, Manual manual, List<String> own) {
    List<Manual.Group> groups = new ArrayList<>(manual.groups());
    List<String> left = new ArrayList<>(own);
    groups.forEach(group -> left.removeAll(group.commands()));
    if (!left.isEmpty()) {
      groups.add(new Manual.Group(OTHER, left));
    }
    Map<String, CommandLine.IHelpSectionRenderer> sections = program.getCommandSpec().usageMessage().sectionMap();
    sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> groups.stream()
        .map(group -> section(help, group)).collect(Collectors.joining()));
  }

  private static String section(Help help, Manual.Group group) {
    Map<String, Help> commands = new LinkedHashMap<>();
    for (String name : group.commands()) {
      Optional.ofNullable(help.subcommands().get(name)).ifPresent(one -> commands.put(name, one));
    }
    return commands.isEmpty() ? ""
        : help.createHeading("%n@|bold " + group.title() + "|@%n") + help.commandList(commands);
  }

  /// Ends the help of a command, and of those below it, with its page.
  ///
  /// @param words the command's words, without the program
  static void end(CommandLine command, Manual manual, String words) {
    Optional.ofNullable(manual.pages().get(words)).ifPresent(page -> command.getCommandSpec().usageMessage()
        .sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> footer(help, page)));
    command.getCommandSpec().subcommands().forEach((name, inner) ->
        end(inner, manual, words.isEmpty() ? name : words + " " + name));
  }

  /// Neither a command line nor an address is broken where the terminal ends: both are copied.
  private static String footer(Help help, Manual.Page page) {
    StringBuilder text = new StringBuilder();
    if (!page.examples().isEmpty()) {
      text.append(help.createHeading("%n@|bold Examples|@%n"));
      page.examples().forEach(example -> text.append("  ").append(example).append(System.lineSeparator()));
    }
    return text.append(help.createHeading("%n@|bold Documentation|@%n")).append("  ").append(page.address())
        .append(System.lineSeparator()).toString();
  }
}
