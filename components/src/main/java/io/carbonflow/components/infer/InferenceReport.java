package io.carbonflow.components.infer;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// Which model has predicted how many rows of which table, and which it has not.
@FileName("inference.json")
public record InferenceReport(Path path) implements Artifact.Plain {}
