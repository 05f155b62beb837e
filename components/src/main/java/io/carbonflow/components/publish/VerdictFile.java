package io.carbonflow.components.publish;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What was decided about the new model, and by what.
@FileName("verdict.json")
public record VerdictFile(Path path) implements Artifact.Metrics {}
