package io.carbonflow.components.prepare;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Prepared rows of the held-out buildings.
@FileName("test.csv")
public record TestMatrix(Path path) implements Artifact.Dataset {}
