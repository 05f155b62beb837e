// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;

/// Damages tables: cells, columns, rows, and the text around them.
final class CsvDamage {
  private static final List<String> CELLS = List.of("-1", "0", "1e308", "1e-320", "-1e308", "NULL", "NonResidential",
      "12,5", "1.2.3", "2015", "9999", "1899", "true", "(47.6, -122.3)", "  ", "#REF!", "a\nb");
  private static final int MOST_CHANGES = 5;

  private CsvDamage() {}

  /// A table with some changes.
  static byte[] of(Path table, RandomGenerator random) throws IOException {
    if (random.nextInt(4) == 0) {
      return Damage.of(Files.readAllBytes(table), random);
    }
    Table whole = Csv.read(table);
    List<List<String>> lines = new ArrayList<>();
    lines.add(new ArrayList<>(whole.header().names()));
    whole.rows().stream().map(Row::cells).map(ArrayList::new).forEach(lines::add);
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      change(lines, random);
    }
    String text = lines.stream().map(cells -> cells.stream().map(CsvDamage::quoted)
        .collect(Collectors.joining(","))).collect(Collectors.joining("\n"));
    return switch (random.nextInt(16)) {
      case 0 -> otherSeparator(text, random).getBytes(StandardCharsets.UTF_8);
      case 12, 13 -> packed(random.nextBoolean() ? text : otherSeparator(text, random), random);
      case 1 -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      case 2 -> text.getBytes(StandardCharsets.UTF_16);
      case 3 -> text.getBytes(StandardCharsets.ISO_8859_1);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /// As spreadsheets of other countries save it, or one that mixes their ways.
  private static String otherSeparator(String text, RandomGenerator random) {
    char by = Damage.one(List.of(";", "\t", "|"), random).charAt(0);
    String other = text.replace(',', by);
    other = random.nextBoolean() ? other.replace('.', ',') : other;
    return switch (random.nextInt(4)) {
      case 0 -> "sep=" + by + "\r\n" + other;
      case 1 -> "sep=" + Damage.one(Damage.ODD, random) + "\n" + other;
      default -> other;
    };
  }

  /// Packed by gzip or in an archive, which is damaged then, or not.
  private static byte[] packed(String text, RandomGenerator random) throws IOException {
    var out = new ByteArrayOutputStream();
    if (random.nextBoolean()) {
      try (var gzip = new GZIPOutputStream(out)) {
        gzip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } else {
      try (var zip = new ZipOutputStream(out)) {
        for (String name : List.of("README.txt", "a/b.csv", "c.csv").subList(random.nextInt(2), random.nextInt(2, 4))) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return random.nextInt(3) == 0 ? out.toByteArray() : Damage.of(out.toByteArray(), random);
  }

  private static void change(List<List<String>> lines, RandomGenerator random) {
    int column = random.nextInt(lines.getFirst().size());
    int row = random.nextInt(lines.size());
    switch (random.nextInt(9)) {
      case 0 -> lines.forEach(cells -> cells.remove(Math.min(column, cells.size() - 1)));
      case 1 -> lines.forEach(cells -> cells.add(cells.get(Math.min(column, cells.size() - 1))));
      case 2 -> lines.getFirst().set(column, Damage.one(Damage.ODD, random));
      case 3 -> lines.forEach(cells -> cells.set(Math.min(column, cells.size() - 1), "1e300"));
      case 4 -> lines.add(new ArrayList<>(lines.get(row)));
      case 5 -> lines.subList(Math.max(1, lines.size() - row), lines.size()).clear();
      default -> lines.get(row).set(Math.min(column, lines.get(row).size() - 1),
          Damage.one(random.nextBoolean() ? CELLS : Damage.ODD, random));
    }
    if (lines.getFirst().isEmpty()) {
      lines.forEach(cells -> cells.add(""));
    }
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
