package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What the best model predicted of each training row while it was fitted to others.
@FileName("out-of-fold.csv")
public record OutOfFoldTable(Path path) implements Artifact.Dataset {}
