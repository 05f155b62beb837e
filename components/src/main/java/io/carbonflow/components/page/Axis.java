// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;

/// One of the two axes of a figure.
///
/// @param title what it shows, with its unit; empty where its labels tell
/// @param label the label at a number
/// @param categories how many lines the axis has, 0 where it is one of numbers
/// @param range where it begins and ends; empty where that follows from what is shown
/// @param isLogarithmic whether each power of ten has as much room
public record Axis(String title, DoubleFunction<String> label, int categories, Optional<Range> range,
    boolean isLogarithmic) {

  /// From where to where an axis goes.
  public record Range(double least, double greatest) {}

  /// The longest label that XChart 4.0 takes: of a longer one it looks for a place forever.
  private static final int LONGEST = 20;
  /// What XML 1.0 does not allow.
  private static final Pattern UNUSABLE =
      Pattern.compile("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final MathContext DIGITS = new MathContext(9);
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  /// An axis of numbers.
  public static Axis of(String title) {
    return new Axis(title, Axis::number, 0, Optional.empty(), false);
  }

  /// An axis of numbers above 0, each power of ten as wide as the next.
  ///
  /// @param least what is shown of at least, above 0
  /// @param greatest what is shown of at most
  public static Axis logarithmic(String title, double least, double greatest) {
    return new Axis(title, Axis::number, 0, Optional.of(new Range(
        Math.pow(10, Math.floor(Math.log10(least))), Math.pow(10, Math.ceil(Math.log10(greatest))))), true);
  }

  /// An axis of lines, the first of them at the top: the one at index i lies at −i.
  ///
  /// @param names what each is called; a long name is cut, so that room is left for what is shown
  public static Axis of(List<String> names) {
    // XChart labels the ends of an axis with one line alone, so there is a line without a name below.
    List<String> lines = distinct(Stream.concat(names.stream(),
        names.size() == 1 ? Stream.of(" ") : Stream.empty()).map(Axis::cut).toList());
    return new Axis("", at -> {
      int index = (int) Math.round(-at);
      if (at == -index && index >= 0 && index < lines.size()) {
        return lines.get(index);
      }
      // A high figure has ticks halfway too. XChart draws no labels of which two are the same, and asks
      // for those of the ends as well, which it does not draw.
      boolean halfway = 2 * at == Math.rint(2 * at) && at != Math.rint(at);
      return halfway ? " ".repeat(1 + Math.floorMod(-(int) Math.floor(at), LONGEST)) : Double.toString(at);
    }, lines.size(), Optional.empty(), false);
  }

  /// Names come from the data: what SVG cannot hold is left out.
  private static String cut(String name) {
    String text = UNUSABLE.matcher(name).replaceAll(" ");
    return text.length() <= LONGEST ? text : first(text, LONGEST - 1).strip() + "…";
  }

  /// As many characters at most, and no half of one.
  private static String first(String text, int most) {
    int end = Math.min(most, text.length());
    return text.substring(0,
        end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
  }

  private static List<String> distinct(List<String> lines) {
    Set<String> taken = new HashSet<>();
    return lines.stream().map(line -> {
      String free = line;
      for (int number = 2; !taken.add(free); number++) {
        free = first(line, LONGEST - 4) + " " + number;
      }
      return free;
    }).toList();
  }

  /// An axis of lines with the number of rows behind each name.
  ///
  /// @param names what each is called; a long name is cut, so that its number stays
  /// @param rows how many rows each has
  public static Axis counted(List<String> names, List<Integer> rows) {
    return of(IntStream.range(0, names.size()).mapToObj(i -> {
      String number = String.format(Locale.ROOT, " (%,d)", rows.get(i));
      String name = names.get(i);
      int room = LONGEST - number.length();
      return (name.length() <= room ? name : first(name, room - 1).strip() + "…") + number;
    }).toList());
  }

  /// The same with labels of its own.
  public Axis labeled(DoubleFunction<String> label) {
    return new Axis(title, label, categories, range, isLogarithmic);
  }

  /// A number as a label, with no more digits than it needs.
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    String text = rounded.abs().compareTo(THOUSAND) >= 0
        ? String.format(Locale.ROOT, "%,.0f", rounded)
        : rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return text.length() <= LONGEST ? text : String.format(Locale.ROOT, "%.3g", value);
  }
}
