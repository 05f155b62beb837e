package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// A finished search: its trials, the best one, and its out-of-fold predictions.
@FileName("search.json")
public record SearchFile(Path path) implements Artifact.Plain {}
