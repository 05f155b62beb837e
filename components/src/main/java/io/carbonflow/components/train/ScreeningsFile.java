package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// All trials of a search after the first fold.
@FileName("screenings.json")
public record ScreeningsFile(Path path) implements Artifact.Plain {}
