package io.carbonflow.components.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleFunction;

/// One of the two axes of a figure.
///
/// @param title what it shows, with its unit; empty where its labels tell
/// @param logarithmic whether equal distances are equal factors
/// @param least where it begins; NaN for just below what is shown
/// @param greatest where it ends; NaN for just above what is shown
/// @param label the label at a number
/// @param categories how many lines the axis has, 0 where it is one of numbers
public record Axis(String title, boolean logarithmic, double least, double greatest,
    DoubleFunction<String> label, int categories) {

  /// The longest label that XChart 4.0 takes: of a longer one it looks for a place for ever.
  private static final int LONGEST = 20;
  private static final MathContext DIGITS = new MathContext(9);
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  /// An axis of numbers.
  public static Axis of(String title) {
    return new Axis(title, false, Double.NaN, Double.NaN, Axis::number, 0);
  }

  /// An axis of lines, the first of them at the top: the one at index i lies at −i.
  ///
  /// @param names what each is called; a long name is cut, so that room is left for what is shown
  public static Axis of(List<String> names) {
    List<String> lines = distinct(names.stream().map(Axis::cut).toList());
    return new Axis("", false, -lines.size() + 0.4, 0.6, at -> {
      int index = (int) Math.round(-at);
      // XChart labels no number of lines of which two have one label, and asks for ends as well.
      return at == -index && index >= 0 && index < lines.size()
          ? lines.get(index) : Double.toString(at);
    }, lines.size());
  }

  private static String cut(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
  }

  private static List<String> distinct(List<String> lines) {
    Set<String> taken = new HashSet<>();
    return lines.stream().map(line -> {
      String free = line;
      for (int number = 2; !taken.add(free); number++) {
        free = line.substring(0, Math.min(line.length(), LONGEST - 4)) + " " + number;
      }
      return free;
    }).toList();
  }

  /// The same on a logarithmic scale.
  public Axis byFactors() {
    return new Axis(title, true, least, greatest, label, categories);
  }

  /// The same with ends of its own.
  public Axis from(double least, double greatest) {
    return new Axis(title, logarithmic, least, greatest, label, categories);
  }

  /// The same with labels of its own.
  public Axis labelled(DoubleFunction<String> label) {
    return new Axis(title, logarithmic, least, greatest, label, categories);
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
