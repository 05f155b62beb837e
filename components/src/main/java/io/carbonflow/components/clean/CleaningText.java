package io.carbonflow.components.clean;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// The cleaning report as text.
@FileName("cleaning.md")
public record CleaningText(Path path) implements Artifact.Markdown {}
