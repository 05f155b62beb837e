package io.carbonflow.components.monitor;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The same in a few lines.
@FileName("monitoring.md")
public record MonitoringText(Path path) implements Artifact.Markdown {}
