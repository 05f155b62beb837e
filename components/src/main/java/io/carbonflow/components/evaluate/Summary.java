package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The result in a few lines.
@FileName("summary.md")
public record Summary(Path path) implements Artifact.Markdown {}
