// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the text of one cell means, in all the ways that exports write it.
public final class Cell {
  private static final Set<String> MISSING = Set.of("", "NULL", "NA", "N/A", "#N/A", "<NA>", "NAN", "NONE",
      "NOT AVAILABLE", "NOT APPLICABLE");
  private static final int LONGEST_MISSING = 14;
  /// What a word for a missing value may begin with.
  private static final String FIRST_OF_MISSING = "Nn#<";
  private static final Set<String> TRUE = Set.of("TRUE", "YES", "T", "Y", "1", "1.0");
  private static final Set<String> FALSE = Set.of("FALSE", "NO", "F", "N", "0", "0.0");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)?(?<point>\\.\\d*)?([eE][+-]?\\d+)?");
  private static final Pattern WHOLE_ID = Pattern.compile("(\\d+)\\.0+");
  /// What a web page writes for `&`, and some exports leave in their cells.
  private static final Pattern AMPERSAND = Pattern.compile("&amp;", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\ufeff]+");

  /// Whole numbers below this are exact in a double and are written without an exponent.
  private static final double PLAIN = 1e15;
  private static final double FIRST_WITH_EXPONENT = 1e7;
  /// So many digits are less than 2^53, and so many decimals a power of ten that a double holds.
  private static final int MOST_DIGITS = 15;
  /// So begin the decimals of a number below 0.001, which is written with an exponent.
  private static final String WITH_EXPONENT = ".000";
  private static final double[] POWERS_OF_TEN =
      IntStream.rangeClosed(0, MOST_DIGITS).mapToDouble(power -> Double.parseDouble("1e" + power)).toArray();

  private Cell() {}

  /// Whether the text stands for no value: empty, `NULL`, `NA`, `N/A`, `#N/A`, `<NA>`, `NaN`, `None`,
  /// `Not Available` or `Not Applicable`, in any letter case.
  public static boolean isMissing(String raw) {
    String text = raw.strip();
    return text.length() <= LONGEST_MISSING && MISSING.contains(text.toUpperCase(Locale.ROOT));
  }

  /// Text without outer whitespace and with single spaces inside (one export ends type names in a
  /// line break), and with `&` for `&amp;`; empty where the value is missing.
  public static String text(String raw) {
    if (isPlainText(raw)) {
      return FIRST_OF_MISSING.indexOf(raw.charAt(0)) >= 0 && isMissing(raw) ? "" : raw;
    }
    return isMissing(raw) ? "" : SPACE.matcher(AMPERSAND.matcher(raw).replaceAll("&")).replaceAll(" ").strip();
  }

  /// Some text of printable ASCII alone that is as it should be or a word for a missing value, as most is, found without
  /// patterns.
  private static boolean isPlainText(String raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')
          || (c == ';' && raw.regionMatches(true, i - 4, "&amp;", 0, 5))) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  /// Text that identifies something: leading zeros stay, a trailing `.0` goes.
  public static String id(String raw) {
    String text = text(raw);
    if (text.indexOf('.') < 0) {
      return text;
    }
    var whole = WHOLE_ID.matcher(text);
    return whole.matches() ? whole.group(1) : text;
  }

  /// A finite number: `1234.5`, `1,234.5`, `12.`, `1.2e3`; NaN where the value is missing.
  ///
  /// @throws Problem if the text is no such number
  public static double number(String raw, Place where) {
    String text = raw.strip();
    if (isMissing(text)) {
      return Double.NaN;
    }
    double value = isNumber(text) ? Double.parseDouble(text.replace(",", "")) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new Problem(where, "\"" + shortened(text) + "\" is not a number",
          "write it like 1234.5, or leave the cell empty where the number is not known");
    }
    return value;
  }

  /// A number of digits, a point, signs and an exponent alone, as most are, without a look at all the other ways of
  /// writing one; NaN where it is none or may be written in another way.
  static double plain(String raw) {
    double exact = exact(raw);
    if (!Double.isNaN(exact)) {
      return exact;
    }
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      double value = raw.isEmpty() ? Double.NaN : Double.parseDouble(raw);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// A number as [#format] writes it.
  ///
  /// @param cell the text of a cell in that way of writing; empty for NaN
  /// @throws NumberFormatException if Java does not read the text as a number
  public static double parse(String cell) {
    double exact = exact(cell);
    return Double.isNaN(exact) && !cell.isEmpty() ? Double.parseDouble(cell) : exact;
  }

  /// A sign, digits, and a point, of which both the digits and the power of ten that they are divided by are doubles, so
  /// that the quotient is the double next to the number (Clinger 1990, doi:10.1145/93542.93557). Most numbers of tables
  /// are so. NaN for all else.
  private static double exact(String text) {
    int from = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    int length = text.length();
    long digits = 0;
    int point = length;
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + c - '0';
      } else if (c == '.' && point == length) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    int decimals = Math.max(0, length - 1 - point);
    int read = length - from - (point < length ? 1 : 0);
    if (read == 0 || read > MOST_DIGITS) {
      return Double.NaN;
    }
    double value = digits / POWERS_OF_TEN[decimals];
    return from == 1 ? -value : value;
  }

  /// Whether a text is a number as [#format] writes it, told from its digits: no two numbers of so few digits are one
  /// double, so no shorter one reads back as the same. False where it would take more to tell.
  public static boolean isShortest(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int whole = (point < 0 ? text.length() : point) - from;
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    if (whole < 1 || whole + decimals > MOST_DIGITS || !areDigits(text, from, point)) {
      return false;
    }
    boolean belowOne = text.charAt(from) == '0';
    return point < 0 ? !belowOne || text.length() == 1
        : decimals > 0 && !text.endsWith("0") && (!belowOne || whole == 1 && !text.startsWith(WITH_EXPONENT, point));
  }

  private static boolean areDigits(String text, int from, int point) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && i != point) {
        return false;
      }
    }
    return true;
  }

  /// Whether a text without outer whitespace is a number, `1,234.5`.
  static boolean isNumber(String text) {
    var match = NUMBER.matcher(text);
    return match.matches()
        && (match.group(1) != null || (match.group("point") != null && match.end("point")
            > match.start("point") + 1));
  }

  /// A number that has a decimal comma with a decimal point: `1,234.5` for `1.234,5`.
  static String withPoint(String number) {
    return number.replace('.', '\0').replace(',', '.').replace('\0', ',');
  }

  /// A truth value: true, yes, false or no and their initials in any letter case, 1 or 0; empty
  /// where the value is missing.
  ///
  /// @throws Problem if the text is not one of these
  public static Optional<Boolean> flag(String raw, Place where) {
    String text = raw.strip().toUpperCase(Locale.ROOT);
    if (isMissing(text)) {
      return Optional.empty();
    }
    if (!TRUE.contains(text) && !FALSE.contains(text)) {
      throw new Problem(where, "\"" + shortened(raw.strip()) + "\" is neither true nor false",
          "write True or False");
    }
    return Optional.of(TRUE.contains(text));
  }

  /// A number in the shortest way that reads back as the same double; empty for NaN.
  ///
  /// @throws IllegalArgumentException if the number is infinite
  public static String format(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("an infinite number in a table");
    }
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < PLAIN) {
      return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
    }
    String shortest = Double.toString(value);
    boolean exponent = size >= FIRST_WITH_EXPONENT && size < PLAIN;
    return exponent ? new BigDecimal(shortest).toPlainString() : shortest;
  }

  /// A truth value as the 2016 table writes it: `True` or `False`.
  public static String format(boolean value) {
    return value ? "True" : "False";
  }

  /// Text as a message can show it ([Printable#shortened]).
  public static String shortened(String text) {
    return Printable.shortened(text);
  }
}
