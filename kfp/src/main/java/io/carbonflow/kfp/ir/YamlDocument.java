// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The one document of a text of YAML that a person wrote, with the line of each of its values.
///
/// ```java
/// StrictJson city = YamlDocument.read("mytown.yaml", text, "correct it").json();
/// city.field("name").text(); // a problem names the line
/// ```
public final class YamlDocument {
  private final String source;
  private final String remedy;
  private final Object value;
  private final Map<String, Long> lines = new HashMap<>();

  private YamlDocument(String source, String remedy, Object value) {
    this.source = source;
    this.remedy = remedy;
    this.value = value;
  }

  /// The document of a text.
  ///
  /// @param source what the text is called in messages
  /// @param remedy what to do if it is something else
  /// @throws Problem as [Yaml#read], and if the text has no document or several
  public static YamlDocument read(String source, String text, String remedy) {
    List<Object> documents = Yaml.read(source, text, remedy);
    if (documents.size() != 1 || documents.getFirst() == null) {
      throw new Problem(Place.of(source),
          documents.size() > 1 ? "holds " + documents.size() + " documents" : "is empty", remedy);
    }
    YamlDocument document = new YamlDocument(source, remedy, documents.getFirst());
    LoadSettings settings = Yaml.settings(source);
    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode()
        .ifPresent(node -> document.take("", node));
    return document;
  }

  /// Paths are those of [StrictJson].
  private void take(String path, Node node) {
    put(path, node);
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple entry : mapping.getValue()) {
          String name = ((ScalarNode) entry.getKeyNode()).getValue(); // keys were checked to be texts
          String inner = path.isEmpty() ? name : path + "." + name;
          put(inner, entry.getKeyNode());
          take(inner, entry.getValueNode());
        }
      }
      case SequenceNode list -> {
        for (int i = 0; i < list.getValue().size(); i++) {
          take(path + "[" + i + "]", list.getValue().get(i));
        }
      }
      default -> { }
    }
  }

  /// A field stands where its name does.
  private void put(String path, Node node) {
    node.getStartMark().map(Mark::getLine).ifPresent(line -> lines.putIfAbsent(path, line + 1L));
  }

  /// Where a value stands, or the nearest that it would be part of.
  ///
  /// @param path such as `columns.DataYear.names[0]`
  public Place place(String path) {
    String known = path;
    while (!known.isEmpty() && !lines.containsKey(known)) {
      known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    return Place.of(source).line(lines.getOrDefault(known, 0L));
  }

  /// The document, to be read without forgiveness.
  public StrictJson json() {
    return StrictJson.ofTree(value, this::place, remedy);
  }
}
