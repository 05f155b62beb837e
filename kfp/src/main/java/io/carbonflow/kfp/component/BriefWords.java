// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.ir.Component.Interface;

/// Reads the words of a command in the short form of a component file.
///
/// @param takes the component's inputs
/// @param gives its outputs
record BriefWords(Interface takes, Interface gives) {

  /// Words of a command.
  ///
  /// @throws io.carbonflow.base.fault.Problem if one is none, with its field
  List<Word> read(List<StrictJson> all) {
    return all.stream().map(this::word).toList();
  }

  private Word word(StrictJson word) {
    if (word.isText()) {
      return new Word.Text(word.text());
    }
    List<String> kind = word.names();
    if (kind.size() != 1) {
      throw word.wrong("is neither a text nor a placeholder of one field");
    }
    StrictJson of = word.field(kind.getFirst());
    return switch (kind.getFirst()) {
      case "inputValue" -> new Word.Text(Placeholder.value(known(of, takes.parameters(), "parameter")));
      case "inputPath" -> artifact("inputs", takes, of, "path");
      case "inputUri" -> artifact("inputs", takes, of, "uri");
      case "outputPath" -> gives.parameters().containsKey(BriefForm.sanitized(of.text()))
          ? new Word.Text(Placeholder.file(BriefForm.sanitized(of.text())))
          : artifact("outputs", gives, of, "path");
      case "outputUri" -> artifact("outputs", gives, of, "uri");
      case "executorInput" -> new Word.Text(Placeholder.EXECUTOR_INPUT);
      case "concat" -> new Word.Concat(read(of.items()));
      case "if" -> choice(of);
      default -> throw word.wrong("has the placeholder " + kind.getFirst() + ", which is unknown");
    };
  }

  private Word choice(StrictJson choice) {
    StrictJson condition = choice.part("cond");
    StrictJson present = condition.field("isPresent");
    condition.end();
    String input = BriefForm.sanitized(present.text());
    if (!takes.parameters().containsKey(input) && !takes.artifacts().containsKey(input)) {
      throw present.wrong("is not an input");
    }
    Word word = new Word.Choice(input, side(choice.field("then")),
        choice.maybe("else").map(this::side).orElse(List.of()));
    choice.end();
    return word;
  }

  private List<Word> side(StrictJson side) {
    return side.isList() ? read(side.items()) : List.of(word(side));
  }

  private Word artifact(String side, Interface declared, StrictJson of, String property) {
    return new Word.Text(
        Placeholder.artifact(side, known(of, declared.artifacts(), "artifact"), property));
  }

  private static String known(StrictJson of, SortedMap<String, ?> declared, String kind) {
    String name = BriefForm.sanitized(of.text());
    if (!declared.containsKey(name)) {
      throw of.wrong("is '" + of.text() + "', which is no " + kind + " on this side; there is "
          + (declared.isEmpty() ? "none" : String.join(", ", declared.keySet())));
    }
    return name;
  }
}
