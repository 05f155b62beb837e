// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import com.google.gson.GsonBuilder;
import io.carbonflow.kfp.ir.Yaml;

/// Damages YAML: its tree, which stays YAML as JSON is; its text; and what only YAML has, such as
/// aliases, tags and keys that are not texts.
final class YamlDamage {
  private static final List<String> LINES = List.of("1: x", "null: x", "? [a]\n: b", "<<: *a", "a: &a [*a]",
      "- ", "!!binary x", "a: !!float x", "a: !!int x", "a: !!set {x}", "a: 2026-01-01", "a: 0o17", "a: .inf",
      "---", "...", "%YAML 9.9", "a: |", "\ta: b", "a: >-", "a: {b: {c: {1: 2}}}", "a: *gone");

  private YamlDamage() {}

  /// A document with some changes.
  static byte[] of(String yaml, RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> Damage.of(yaml.getBytes(StandardCharsets.UTF_8), random);
      case 1 -> lines(yaml, random).getBytes(StandardCharsets.UTF_8);
      default -> JsonDamage.of(new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create()
          .toJson(Yaml.read("whole", yaml).getFirst()), random).getBytes(StandardCharsets.UTF_8);
    };
  }

  /// A line put in somewhere, as deep as its neighbor; or two lines swapped, or one twice.
  private static String lines(String yaml, RandomGenerator random) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    int at = random.nextInt(lines.size());
    String neighbor = lines.get(at);
    String indent = neighbor.substring(0, neighbor.length() - neighbor.stripLeading().length());
    switch (random.nextInt(4)) {
      case 0 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 1 -> lines.add(at, neighbor);
      case 2 -> lines.set(at, neighbor.replaceFirst(":.*", ": " + Matcher.quoteReplacement(
          Damage.one(Damage.ODD, random))));
      default -> lines.add(at, indent + Damage.one(LINES, random).replace("\n", "\n" + indent));
    }
    return String.join("\n", lines) + "\n";
  }
}
