// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.provenance;

import module java.base;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;

/// Says what a model came from: the data, and the versions that the build wrote down.
public final class Origin {
  private static final String LIBRARY = "library.";

  private Origin() {}

  /// What a model comes from that this build trains.
  ///
  /// @param sources the tables that went in
  /// @param seed the run's seed
  /// @param trainRows how many rows it is fitted to
  /// @param searches how each estimator was searched, by name
  public static Provenance of(SourcesReport sources, long seed, int trainRows,
      SortedMap<String, Searched> searches) {
    Provenance build = ofThisBuild();
    return new Provenance(build.carbonflow(), build.revision(), build.libraries(),
        sources.tables().stream().map(SourcesReport.Source::sha256).toList(), sources.years(), seed,
        sources.splitSeed(), trainRows, searches, Set.of());
  }

  /// Which code this is: a provenance without data.
  public static Provenance ofThisBuild() {
    Properties versions = properties("versions.properties");
    TreeMap<String, String> libraries = new TreeMap<>();
    versions.stringPropertyNames().stream().filter(name -> name.startsWith(LIBRARY))
        .forEach(name -> libraries.put(
            name.substring(LIBRARY.length()), versions.getProperty(name)));
    return new Provenance(versions.getProperty("version"),
        properties("/META-INF/carbonflow/build.properties").getProperty("revision"), libraries, List.of(), 0, 0, 0,
        new TreeMap<>());
  }

  private static Properties properties(String resource) {
    try (InputStream in = Origin.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
