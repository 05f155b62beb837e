package io.carbonflow.components.monitor;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The same as a page.
@FileName("monitoring.html")
public record MonitoringPage(Path path) implements Artifact.Html {}
