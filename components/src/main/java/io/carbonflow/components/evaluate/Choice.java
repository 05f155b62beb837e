package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The best model and its hyperparameters.
@FileName("choice.json")
public record Choice(Path path) implements Artifact.Plain {}
