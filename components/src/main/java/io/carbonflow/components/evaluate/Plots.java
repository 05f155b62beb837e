package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The report's plots, a PNG file each.
@FileName("plots")
public record Plots(Path path) implements Artifact.Plain {}
