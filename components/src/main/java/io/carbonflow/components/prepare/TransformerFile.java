package io.carbonflow.components.prepare;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What was learned from the training rows to prepare any row.
@FileName("transformer.json")
public record TransformerFile(Path path) implements Artifact.Model {}
