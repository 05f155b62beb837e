package io.carbonflow.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows between modules go one way: `pipeline → components → common → model`.
class ArrowsTest {
  private static final List<String> MODULES = List.of("model", "common", "components", "pipeline");
  private static final Pattern NAME = Pattern.compile("\\bio\\.carbonflow\\.[a-z0-9.]*[a-z0-9]");
  private static final Path TOP = Path.of("..");

  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> walk = Files.walk(TOP.resolve(module).resolve("src/main/java"))) {
      return walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Set<String> packages(String module) throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path file : sources(module)) {
      packages.add(Files.readString(file).lines()
          .filter(line -> line.startsWith("package ")).findFirst().orElseThrow()
          .replaceAll("package |;", ""));
    }
    return packages;
  }

  @Test
  void aModuleNamesOnlyPackagesOfItselfAndOfModulesBelow() throws IOException {
    Set<String> wrong = new TreeSet<>();
    for (int i = 0; i < MODULES.size(); i++) {
      Set<String> above = new TreeSet<>();
      for (String module : MODULES.subList(i + 1, MODULES.size())) {
        above.addAll(packages(module));
      }
      for (Path file : sources(MODULES.get(i))) {
        NAME.matcher(Files.readString(file)).results()
            .filter(name -> above.contains(name.group()))
            .forEach(name -> wrong.add(file + " names " + name.group()));
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void aPackageBelongsToOneModule() throws IOException {
    TreeMap<String, String> owners = new TreeMap<>();
    for (String module : MODULES) {
      for (String name : packages(module)) {
        String other = owners.put(name, module);
        assertEquals(null, other, () -> name + " is in " + module + " and in " + other);
      }
    }
    assertTrue(owners.size() > 5, owners::toString);
  }

  @Test
  void theModelModuleNeedsNeitherAwsNorTheTrainingLibraries() throws IOException {
    String pom = Files.readString(TOP.resolve("model/pom.xml"));
    for (String group : List.of("awssdk", "haifengl", "dmlc", "picocli", "kubeflow.")) {
      assertTrue(!pom.contains(group), () -> "model/pom.xml names " + group);
    }
  }
}
