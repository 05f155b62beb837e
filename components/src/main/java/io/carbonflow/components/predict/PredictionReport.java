package io.carbonflow.components.predict;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// How many rows were predicted, which were not, and why.
@FileName("prediction.json")
public record PredictionReport(Path path) implements Artifact.Plain {}
