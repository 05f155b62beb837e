package io.carbonflow.components.predict;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Predictions, a line a row: building, year, tonnes.
@FileName("predictions.csv")
public record PredictionTable(Path path) implements Artifact.Dataset {}
