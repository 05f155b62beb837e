// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;

/// Reads a [Condition] by recursive descent: `||` binds less than `&&`, that less than a comparison.
final class ConditionParser {
  private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
      + "inputs\\.parameter_values\\['(?<input>[^']+)'\\]"
      + "|(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
      + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
      + "|(?<truth>true|false)\\b"
      + "|(?<cast>int|double|string)(?=\\()"
      + "|(?<sign>&&|\\|\\||==|!=|<=|>=|<|>|!|\\(|\\)))\\s*");

  private final String text;
  private final List<MatchResult> tokens = new ArrayList<>();
  private int next;

  ConditionParser(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw wrong("cannot be read from '" + text.substring(at) + "' on");
      }
      tokens.add(matcher.toMatchResult());
      at = matcher.end();
    }
  }

  Expression parse() {
    Expression whole = either();
    if (next < tokens.size()) {
      throw wrong("goes on after its end with '" + tokens.get(next).group().strip() + "'");
    }
    return whole;
  }

  private Expression either() {
    Expression left = both();
    while (takes("||")) {
      left = new Expression.Both(false, left, both());
    }
    return left;
  }

  private Expression both() {
    Expression left = unary();
    while (takes("&&")) {
      left = new Expression.Both(true, left, unary());
    }
    return left;
  }

  private Expression unary() {
    if (takes("!")) {
      return new Expression.Not(unary());
    }
    Expression left = primary();
    for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (takes(operator)) {
        return new Expression.Compare(operator, left, primary());
      }
    }
    return left;
  }

  private Expression primary() {
    if (takes("(")) {
      Expression inner = either();
      if (!takes(")")) {
        throw wrong("lacks a closing parenthesis");
      }
      return inner;
    }
    if (next == tokens.size()) {
      throw wrong("ends too early");
    }
    MatchResult token = tokens.get(next++);
    if (token.group("input") != null) {
      return new Expression.Input(token.group("input"));
    } else if (token.group("text") != null) {
      String quoted = token.group("text");
      return new Expression.Known(
          quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1"));
    } else if (token.group("number") != null) {
      return new Expression.Known(Double.valueOf(token.group("number")));
    } else if (token.group("truth") != null) {
      return new Expression.Known(Boolean.valueOf(token.group("truth")));
    } else if (token.group("cast") != null) {
      return new Expression.Cast(type(token.group("cast")), primary());
    }
    throw wrong("has '" + token.group().strip() + "' where a value belongs");
  }

  private static ParameterType type(String word) {
    return switch (word) {
      case "int" -> ParameterType.NUMBER_INTEGER;
      case "double" -> ParameterType.NUMBER_DOUBLE;
      default -> ParameterType.STRING;
    };
  }

  private boolean takes(String sign) {
    boolean there = next < tokens.size() && sign.equals(tokens.get(next).group("sign"));
    if (there) {
      next++;
    }
    return there;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("'" + text + "' " + what);
  }
}
