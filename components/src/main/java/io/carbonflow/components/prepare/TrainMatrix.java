package io.carbonflow.components.prepare;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Prepared rows of the training buildings.
@FileName("train.csv")
public record TrainMatrix(Path path) implements Artifact.Dataset {}
