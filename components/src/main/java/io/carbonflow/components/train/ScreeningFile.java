package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Some trials of a search after the first fold: those of one shard.
@FileName("screening.json")
public record ScreeningFile(Path path) implements Artifact.Plain {}
