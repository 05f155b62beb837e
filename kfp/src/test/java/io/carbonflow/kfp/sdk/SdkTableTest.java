// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// docs/reference/sdk.md names a test in each row, or says why there is none.
class SdkTableTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern NAMED = Pattern.compile("`([\\w.]+)#(\\w+)`");
  private static final Pattern NO = Pattern.compile("no: \\w.+");

  /// The cells of each row, headings and rules left out.
  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(PROJECT.resolve("docs/reference/sdk.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what |")
            && !line.startsWith("| ---"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }

  @Test
  void eachRowNamesATestThatIsThereOrSaysWhyItIsNot() throws IOException {
    Map<String, String> tests = tests();
    List<String> wrong = new ArrayList<>();
    for (List<String> row : rows()) {
      Matcher named = NAMED.matcher(row.getLast());
      boolean there = named.matches() && tests.entrySet().stream()
          .filter(file -> ("." + file.getKey()).endsWith("." + named.group(1)))
          .anyMatch(file -> file.getValue().contains(" void " + named.group(2) + "("));
      if (row.size() != 4 || !there && !NO.matcher(row.getLast()).matches()) {
        wrong.add(String.join(" | ", row));
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void whatIsNotHereSaysSoInBothColumns() throws IOException {
    assertEquals(List.of(), rows().stream()
        .filter(row -> row.get(2).equals("no") != NO.matcher(row.getLast()).matches()).toList());
  }

  @Test
  void theCountsAreThoseOfTheRows() throws IOException {
    long all = rows().size();
    long no = rows().stream().filter(row -> row.getLast().startsWith("no: ")).count();
    assertEquals(all + " rows: " + (all - no) + " with a test, " + no + " not here.",
        Files.readAllLines(PROJECT.resolve("docs/reference/sdk.md")).getLast());
  }

  /// The source of each test class of the project, by its full name.
  private static Map<String, String> tests() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> modules = Files.list(PROJECT)) {
      for (Path root : modules.map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
            String path = root.relativize(file).toString().replace(File.separatorChar, '.');
            sources.put(path.substring(0, path.length() - ".java".length()), Files.readString(file));
          }
        }
      }
    }
    return sources;
  }
}
