package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The trials of a search, a line each.
@FileName("trials.csv")
public record TrialsCsv(Path path) implements Artifact.Dataset {}
