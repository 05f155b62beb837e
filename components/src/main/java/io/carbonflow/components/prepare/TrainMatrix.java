package io.carbonflow.components.prepare;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Prepared rows of the training buildings.
@FileName("train.csv")
public record TrainMatrix(Path path) implements Artifact.Dataset {}
