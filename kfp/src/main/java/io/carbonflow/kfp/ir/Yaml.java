// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// YAML as Kubeflow's tools write and read it. They follow YAML 1.1, so a string that 1.1 takes for
/// something else is quoted, and numbers are written in a form that both versions know.
public final class Yaml {
  private static final String REMEDY = "compile the pipeline again";

  /// Resolved as something else than a string by PyYAML, and left unquoted by YAML 1.2's rules.
  private static final Pattern NO_STRING_IN_1_1 = Pattern.compile(
      "(?i:y|n|yes|no|on|off|true|false|null|~|)|<<|="
          + "|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?"
          + "|[-+]?[0-9_]*\\.?[0-9_]+[eE][-+]?[0-9]+|[-+]?\\.[0-9_]+|[-+]?\\.(?i:inf|nan)"
          + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

  private static final DumpSettings SETTINGS = DumpSettings.builder()
      .setDefaultFlowStyle(FlowStyle.BLOCK)
      .setSplitLines(false)
      .setDereferenceAliases(true)
      .build();

  private Yaml() {}

  /// The text of a document made of maps, lists, strings, numbers and truth values; the same for the
  /// same maps in the same order.
  public static String write(Object document) {
    return new Dump(SETTINGS, new Plain()).dumpToString(document);
  }

  /// The documents of a text.
  ///
  /// @param source what the text is called in messages
  /// @throws Problem if it is no YAML, with its line, or is beyond [InputLimits]; or if a mapping has
  ///     a key that is not text
  public static List<Object> read(String source, String text) {
    return read(source, text, REMEDY);
  }

  /// The documents of a text.
  ///
  /// @param source what the text is called in messages
  /// @param remedy what to do if it is something else
  /// @throws Problem as above
  public static List<Object> read(String source, String text, String remedy) {
    LoadSettings settings = settings(source);
    List<Object> documents = new ArrayList<>();
    try {
      YamlSize size = new YamlSize(source, remedy);
      new ParserImpl(settings, new StreamReader(settings, text)).forEachRemaining(size::take);
      new Load(settings).loadAllFromString(text).forEach(documents::add);
      documents.forEach(document -> checkKeys(Place.of(source), "", document));
      return documents;
    } catch (YamlEngineException e) {
      long line = e instanceof MarkedYamlEngineException marked
          ? marked.getProblemMark().map(Mark::getLine).orElse(-1) + 1 : 0;
      String what = e instanceof MarkedYamlEngineException marked
          ? marked.getProblem()
          : e.getCause() == null ? e.getMessage() : "it has a value that is not what its tag says";
      throw new Problem(Place.of(source).line(line), "is not YAML: " + what,
          remedy, e);
    }
  }

  /// How a text is read.
  static LoadSettings settings(String source) {
    return LoadSettings.builder().setLabel(source)
        .setCodePointLimit(InputLimits.YAML).setMaxAliasesForCollections(Integer.MAX_VALUE).build();
  }

  /// JSON has no other keys, and Kubeflow makes JSON of it.
  private static void checkKeys(Place source, String path, Object value) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, inner) -> {
        if (!(key instanceof String name)) {
          throw new Problem(source, (path.isEmpty() ? "it" : "field " + path)
              + " has the key " + key + ", which is not text", "write it in quotes");
        }
        checkKeys(source, path.isEmpty() ? name : path + "." + name, inner);
      });
      case List<?> list -> IntStream.range(0, list.size())
          .forEach(i -> checkKeys(source, path + "[" + i + "]", list.get(i)));
      case null, default -> { }
    }
  }

  private static final class Plain extends StandardRepresenter {
    Plain() {
      super(SETTINGS);
    }

    @Override
    protected Node representScalar(Tag tag, String value, ScalarStyle style) {
      if (tag.equals(Tag.FLOAT)) {
        return super.representScalar(tag, value.replaceFirst("E(?=\\d)", "E+"), style);
      }
      boolean quoted = tag.equals(Tag.STR) && NO_STRING_IN_1_1.matcher(value).matches();
      return super.representScalar(tag, value, quoted ? ScalarStyle.SINGLE_QUOTED : style);
    }
  }
}
