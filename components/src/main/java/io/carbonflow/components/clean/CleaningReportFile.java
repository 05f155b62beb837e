package io.carbonflow.components.clean;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// How many rows went in, came out, and were dropped by which rule.
@FileName("cleaning.json")
public record CleaningReportFile(Path path) implements Artifact.Plain {}
