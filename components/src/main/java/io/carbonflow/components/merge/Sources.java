package io.carbonflow.components.merge;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Which tables went in: years, rows and content hashes.
@FileName("sources.json")
public record Sources(Path path) implements Artifact.Plain {}
