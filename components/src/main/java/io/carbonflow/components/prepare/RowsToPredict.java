package io.carbonflow.components.prepare;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Modelling rows of the held-out buildings.
@FileName("held-out.csv")
public record RowsToPredict(Path path) implements Artifact.Dataset {}
