package io.carbonflow.components.train;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// A fitted model as plain data.
@FileName("model.bin")
public record ModelFile(Path path) implements Artifact.Model {}
