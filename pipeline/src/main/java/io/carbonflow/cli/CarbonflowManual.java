// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.kfp.cli.Manual;

/// Groups of commands in the help of carbonflow, examples, and where to read more.
final class CarbonflowManual {
  private static final String DOCS = "https://github.com/carbonflow/carbonflow/blob/main/docs/";
  private static final String REFERENCE = DOCS + "reference/command-line.md";

  private CarbonflowManual() {}

  static Manual of() {
    return Manual.empty()
        .group("Train", "run", "verify", "runs")
        .group("Predict", "predict")
        .group("Models", "models", "city")
        .group("Kubeflow", "kubeflow", "compile")
        .group("More", "steps", "completion")
        .page("", REFERENCE,
            "./carbonflow run",
            "./carbonflow predict --rows=buildings.csv > predictions.csv")
        .page("run", DOCS + "how-to/give-tables.md",
            "./carbonflow run training --data=2015.csv,2016.csv",
            "./carbonflow run training --data=2015.csv,2016.csv --seed=1 --output=runs/seed-1")
        .page("verify", DOCS + "how-to/verify-a-bundle.md",
            "./carbonflow verify runs/training/model.carbonflow",
            "./carbonflow verify model.carbonflow --data=2015.csv,2016.csv --json")
        .page("runs", REFERENCE + "#runs",
            "./carbonflow runs list",
            "./carbonflow runs compare training runs/seed-1")
        .page("predict", DOCS + "how-to/predict-and-watch.md",
            "./carbonflow predict --rows=2016.csv > predictions.csv",
            "./carbonflow predict --bundle=model.carbonflow --rows=2016.csv --total-by=Neighborhood --totals=totals.csv")
        .page("models", DOCS + "how-to/publish-and-roll-back.md",
            "./carbonflow models list",
            "./carbonflow models show --store=s3://bucket/prefix --json")
        .page("city", DOCS + "how-to/add-a-city.md",
            "./carbonflow city new mytown.csv --output=mytown.yaml",
            "./carbonflow city check mytown.yaml mytown.csv")
        .page("kubeflow", DOCS + "how-to/use-kubeflow.md",
            "./carbonflow kubeflow upload training",
            "./carbonflow kubeflow run training --wait")
        .page("compile", DOCS + "how-to/write-a-pipeline.md",
            "./carbonflow compile",
            "./carbonflow compile --image=registry.example/carbonflow:1.0 --output=build")
        .page("steps", DOCS + "reference/steps/README.md",
            "./carbonflow steps",
            "./carbonflow validate --help")
        .page("completion", REFERENCE + "#completion",
            "source <(./carbonflow completion)",
            "./carbonflow completion > ~/.local/share/bash-completion/completions/carbonflow");
  }
}
