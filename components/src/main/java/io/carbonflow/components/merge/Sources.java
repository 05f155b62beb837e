package io.carbonflow.components.merge;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// Which tables went in: years, rows and content hashes.
@FileName("sources.json")
public record Sources(Path path) implements Artifact.Plain {}
