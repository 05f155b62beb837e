// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `completion`: the script with which a shell completes commands, options and the words
/// that an option takes.
final class CompletionCommand {
  static final String NAME = "completion";
  static final String ABOUT = "Prints a script by which bash or zsh completes commands, options and files.";

  /// Bash takes the sign = for a word of its own, and picocli's script knows options and values as two words. This takes
  /// the sign out, asks that script, and offers files where it knows nothing better; after a comma too.
  private static final String FILES = """

      # Values after = and files.
      function _values_of_FUNCTION() {
        local -a given=("${COMP_WORDS[@]}")
        local -a words=()
        local i word sign=
        for (( i = 0; i <= COMP_CWORD; i++ )); do
          word=${given[i]}
          if [[ $word = = && ${#words[@]} -gt 0 && ${words[${#words[@]} - 1]} = --* ]]; then
            sign=bash
            [ "$i" -lt "$COMP_CWORD" ] || words+=("")
          elif [[ $word = --*=* ]]; then
            words+=("${word%%=*}" "${word#*=}")
            [ "$i" -lt "$COMP_CWORD" ] || sign=zsh
          else
            words+=("$word")
          fi
        done
        local option=${words[${#words[@]} - 2]}
        local current=${words[${#words[@]} - 1]}
        local COMP_CWORD=$(( ${#words[@]} - 1 ))
        local COMP_WORDS=("${words[@]}")
        COMPREPLY=()
        _complete_NAME 2>/dev/null
        local -a known=()
        for word in "${COMPREPLY[@]}"; do
          [ -z "$word" ] || known+=("$word")
        done
        COMPREPLY=("${known[@]}")
        if [ ${#COMPREPLY[@]} -eq 0 ] && [ "$COMP_CWORD" -gt 1 ] && [[ $current != -* ]]; then
          local before=
          if [[ $current = *,* ]]; then
            before=${current%,*},
            current=${current##*,}
          fi
          while IFS= read -r word; do
            [ -z "$before" ] || [ ! -d "$word" ] || word=$word/
            COMPREPLY+=("$before$word")
          done < <(compgen -f -- "$current")
          if [ -n "$BASH_VERSION" ]; then
            compopt -o filenames 2>/dev/null
            [ -z "$before" ] || compopt -o nospace 2>/dev/null
          fi
        fi
        if [ "$sign" = zsh ]; then
          COMPREPLY=("${COMPREPLY[@]/#/$option=}")
        fi
      }
      complete -F _values_of_FUNCTION NAME
      """;

  private CompletionCommand() {}

  static void addTo(CommandLine parent, Program program) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(ABOUT, "To use it: source <(" + program.call() + " completion)").abbreviateSynopsis(true);
    CommonOptions.addTo(spec);
    parent.addSubcommand(NAME, spec);
  }

  /// Prints the script.
  ///
  /// @param program the whole command line
  /// @return the exit code
  static int run(CommandLine program, PrintStream out) {
    String name = program.getCommandName();
    out.println(AutoComplete.bash(name, program));
    out.print(FILES.replace("NAME", name).replace("FUNCTION", name.replace("-", "_")));
    return Commands.OK;
  }
}
