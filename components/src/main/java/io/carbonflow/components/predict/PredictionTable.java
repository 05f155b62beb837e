package io.carbonflow.components.predict;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Predictions, a line a row: building, year, tonnes.
@FileName("predictions.csv")
public record PredictionTable(Path path) implements Artifact.Dataset {}
