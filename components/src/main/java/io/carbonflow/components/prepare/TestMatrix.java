package io.carbonflow.components.prepare;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Prepared rows of the held-out buildings.
@FileName("test.csv")
public record TestMatrix(Path path) implements Artifact.Dataset {}
