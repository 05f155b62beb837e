package io.carbonflow.components.predict;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What each feature adds to each prediction, a line each.
@FileName("explanations.csv")
public record ExplanationTable(Path path) implements Artifact.Dataset {}
