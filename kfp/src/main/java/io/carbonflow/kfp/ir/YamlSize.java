// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Looks at a text of YAML before anything is made of it: how deep its collections lie in one another,
/// and how many values there are once its aliases are put in. A reader that makes them calls itself
/// for each level, and a value that holds itself has no end.
final class YamlSize {
  private final Place place;
  private final String remedy;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Extent> anchored = new HashMap<>();

  /// @param remedy what to do about a document that is beyond a limit
  YamlSize(String source, String remedy) {
    place = Place.of(source);
    this.remedy = remedy;
  }

  /// How far a value reaches.
  ///
  /// @param values it and all that it holds
  /// @param depth how many levels of collections it has
  private record Extent(long values, int depth) {
    static final Extent SCALAR = new Extent(1, 0);

    Extent with(Extent inner) {
      return new Extent(Math.addExact(values, inner.values), Math.max(depth, inner.depth + 1));
    }
  }

  /// A collection whose end has not come.
  ///
  /// @param anchor what it is called
  private record Open(Optional<String> anchor, Extent soFar) {}

  /// Takes the next event.
  ///
  /// @throws Problem if the document is beyond a limit, with its line
  void take(Event event) {
    switch (event) {
      case DocumentStartEvent start -> anchored.clear();
      case CollectionStartEvent start -> {
        open.push(new Open(anchor(start), new Extent(1, 1)));
        check(event, open.size());
      }
      case CollectionEndEvent end -> {
        Open ended = open.pop();
        add(event, ended.anchor, ended.soFar);
      }
      case AliasEvent alias -> add(event, Optional.empty(), aliased(alias));
      case NodeEvent scalar -> add(event, anchor(scalar), Extent.SCALAR);
      default -> { }
    }
  }

  private static Optional<String> anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue);
  }

  private Extent aliased(AliasEvent alias) {
    String name = alias.getAlias().getValue();
    if (open.stream().anyMatch(one -> one.anchor.equals(Optional.of(name)))) {
      throw problem(alias, "holds a value that holds itself: *" + name);
    }
    return anchored.getOrDefault(name, Extent.SCALAR); // one that is not known is refused later
  }

  private void add(Event event, Optional<String> anchor, Extent value) {
    anchor.ifPresent(name -> anchored.put(name, value));
    check(event, open.size() + value.depth);
    if (!open.isEmpty()) {
      Open above = open.pop();
      Extent sum = above.soFar.with(value);
      if (sum.values > InputLimits.YAML_VALUES) {
        throw problem(event, "has more than " + InputLimits.YAML_VALUES + " values");
      }
      open.push(new Open(above.anchor, sum));
    }
  }

  private void check(Event event, int depth) {
    if (depth > InputLimits.DEPTH) {
      throw problem(event, "is more than " + InputLimits.DEPTH + " levels deep");
    }
  }

  private Problem problem(Event event, String what) {
    return new Problem(place.line(event.getStartMark().map(Mark::getLine).orElse(-1) + 1),
        what, remedy);
  }
}
