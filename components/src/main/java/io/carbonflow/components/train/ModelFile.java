package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// A fitted model as plain data.
@FileName("model.bin")
public record ModelFile(Path path) implements Artifact.Model {}
