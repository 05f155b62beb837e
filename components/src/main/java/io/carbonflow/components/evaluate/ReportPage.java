package io.carbonflow.components.evaluate;

import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import java.nio.file.Path;

/// The report, one self-contained page.
@FileName("report.html")
public record ReportPage(Path path) implements Artifact.Html {}
