package io.carbonflow.components.trainbest;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The bundle: a fitted model with all that is needed to predict raw rows.
@FileName("model.carbonflow")
public record BundleFile(Path path) implements Artifact.Model {}
