package io.carbonflow.components.merge;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Both years in one schema, with the side of the split each building is on.
@FileName("merged.csv")
public record MergedTable(Path path) implements Artifact.Dataset {}
