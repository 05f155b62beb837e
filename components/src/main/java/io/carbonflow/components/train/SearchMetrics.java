package io.carbonflow.components.train;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// The scores of a search.
@FileName("search-metrics.json")
public record SearchMetrics(Path path) implements Artifact.Metrics {}
