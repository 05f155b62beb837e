package io.carbonflow.components.monitor;

import io.carbonflow.step.Artifact;
import io.carbonflow.step.FileName;
import java.nio.file.Path;

/// The same in a few lines.
@FileName("monitoring.md")
public record MonitoringText(Path path) implements Artifact.Markdown {}
