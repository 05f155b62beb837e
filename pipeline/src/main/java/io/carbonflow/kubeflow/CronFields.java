package io.carbonflow.kubeflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Turns a standard cron expression of five fields into Kubeflow's six, which begin with seconds.
/// Kubeflow takes five fields too, but as the first five of its six: "at three every day" would be
/// "at minute three of every hour". What its parser would refuse (robfig/cron 1.2) is refused here.
final class CronFields {
  private static final Map<String, String> WORDS = Map.of(
      "@hourly", "0 0 * * * *", "@daily", "0 0 0 * * *", "@midnight", "0 0 0 * * *",
      "@weekly", "0 0 0 * * 0", "@monthly", "0 0 0 1 * *",
      "@yearly", "0 0 0 1 1 *", "@annually", "0 0 0 1 1 *");

  /// A field.
  ///
  /// @param name its name
  /// @param least the least number
  /// @param most the greatest number
  /// @param names names for numbers, the first for `least`
  private record Field(String name, int least, int most, List<String> names) {}

  private static final List<Field> FIELDS = List.of(
      new Field("second", 0, 59, List.of()),
      new Field("minute", 0, 59, List.of()),
      new Field("hour", 0, 23, List.of()),
      new Field("day of month", 1, 31, List.of()),
      new Field("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
          "sep", "oct", "nov", "dec")),
      new Field("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronFields() {}

  /// The six fields.
  ///
  /// @param text five fields, six fields with seconds first, or a word such as `@daily`
  /// @throws IllegalArgumentException if it is none of these
  static String six(String text) {
    String plain = text.strip();
    if (plain.startsWith("@")) {
      String six = WORDS.get(plain.toLowerCase(Locale.ROOT));
      if (six == null) {
        throw new IllegalArgumentException("'" + plain + "' is none of "
            + WORDS.keySet().stream().sorted().collect(Collectors.joining(", ")));
      }
      return six;
    }
    List<String> fields = List.of(plain.split("\\s+"));
    if (fields.size() != 5 && fields.size() != 6) {
      throw new IllegalArgumentException("'" + plain + "' has " + fields.size() + " fields; write"
          + " minute, hour, day of month, month and day of week, such as '0 3 * * 1'");
    }
    int first = FIELDS.size() - fields.size();
    String rest = IntStream.range(0, fields.size())
        .mapToObj(i -> checked(FIELDS.get(first + i), fields.get(i)))
        .collect(Collectors.joining(" "));
    return first == 1 ? "0 " + rest : rest;
  }

  private static String checked(Field field, String text) {
    return List.of(text.split(",", -1)).stream().map(part -> range(field, part))
        .collect(Collectors.joining(","));
  }

  /// A star, a number, or a range, each with a step or without.
  private static String range(Field field, String part) {
    String[] step = part.split("/", -1);
    String[] ends = step[0].split("-", -1);
    if (step.length > 2 || ends.length > 2
        || step.length == 2 && !step[1].matches("[1-9]\\d{0,3}")) {
      throw wrong(field, part, "is no number, range or step");
    }
    if (ends.length == 1 && ends[0].matches("[*?]")) {
      return part;
    }
    int from = number(field, part, ends[0]);
    int to = ends.length == 1 ? from : number(field, part, ends[1]);
    if (field.most() == 6 && to == 7) {
      return sunday(field, part, from, ends.length, step.length == 2 ? "/" + step[1] : "");
    }
    if (from > to) {
      throw wrong(field, part, "goes from the greater to the less");
    }
    return part;
  }

  /// Standard cron has 7 for Sunday, Kubeflow's has 0 alone.
  private static String sunday(Field field, String part, int from, int ends, String step) {
    if (!step.isEmpty()) {
      throw wrong(field, part, "has a step and Sunday as 7; write the days one by one");
    }
    return ends == 1 || from == 7 ? "0" : from + "-6,0";
  }

  private static int number(Field field, String part, String text) {
    int named = field.names().indexOf(text.toLowerCase(Locale.ROOT));
    int most = field.most() == 6 ? 7 : field.most();
    int number = named >= 0 ? named + field.least()
        : text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    if (number < field.least() || number > most) {
      throw wrong(field, part, "is not within " + field.least() + " to " + field.most());
    }
    return number;
  }

  private static IllegalArgumentException wrong(Field field, String part, String what) {
    return new IllegalArgumentException("the " + field.name() + " '" + part + "' " + what);
  }
}
