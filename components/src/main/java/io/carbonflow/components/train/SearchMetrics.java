package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The scores of a search.
@FileName("search-metrics.json")
public record SearchMetrics(Path path) implements Artifact.Metrics {}
