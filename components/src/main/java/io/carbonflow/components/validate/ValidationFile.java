package io.carbonflow.components.validate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What was found in a table, and what its columns hold.
@FileName("validation.json")
public record ValidationFile(Path path) implements Artifact.Metrics {}
