package io.carbonflow.components.evaluate;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// All scores of all models.
@FileName("metrics.json")
public record MetricsFile(Path path) implements Artifact.Metrics {}
