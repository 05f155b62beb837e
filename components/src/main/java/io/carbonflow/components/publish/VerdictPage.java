package io.carbonflow.components.publish;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What was decided about the new model, as a page.
@FileName("verdict.html")
public record VerdictPage(Path path) implements Artifact.Html {}
