package io.carbonflow.components.monitor;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// What the published model does beside what it promised.
@FileName("monitoring.json")
public record MonitoringFile(Path path) implements Artifact.Metrics {}
