package io.carbonflow.components.train;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Trials of a search after the first fold.
@FileName("screening.json")
public record ScreeningFile(Path path) implements Artifact.Plain {}
