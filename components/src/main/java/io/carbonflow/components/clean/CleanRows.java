package io.carbonflow.components.clean;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Modelling rows with engineered columns.
@FileName("rows.csv")
public record CleanRows(Path path) implements Artifact.Dataset {}
