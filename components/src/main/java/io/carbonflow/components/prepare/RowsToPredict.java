package io.carbonflow.components.prepare;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Modelling rows of the held-out buildings.
@FileName("held-out.csv")
public record RowsToPredict(Path path) implements Artifact.Dataset {}
