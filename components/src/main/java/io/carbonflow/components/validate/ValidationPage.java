package io.carbonflow.components.validate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The same, one self-contained page.
@FileName("validation.html")
public record ValidationPage(Path path) implements Artifact.Html {}
