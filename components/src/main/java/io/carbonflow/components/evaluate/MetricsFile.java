package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// All scores of all models.
@FileName("metrics.json")
public record MetricsFile(Path path) implements Artifact.Metrics {}
