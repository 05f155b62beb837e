package io.carbonflow.components.train;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Trials of a search after all folds, with their out-of-fold predictions.
@FileName("completion.json")
public record CompletionFile(Path path) implements Artifact.Plain {}
