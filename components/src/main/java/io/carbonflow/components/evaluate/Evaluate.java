// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.clean.Clean.CleanRows;
import io.carbonflow.components.evaluate.report.Report;
import io.carbonflow.components.evaluate.report.Sections;
import io.carbonflow.components.merge.Merge.Sources;
import io.carbonflow.components.page.Png;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.prepare.Alone;
import io.carbonflow.components.prepare.Prepare.TestMatrix;
import io.carbonflow.components.prepare.Prepare.TrainMatrix;
import io.carbonflow.components.prepare.Prepare.TransformerFile;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.TrainedFiles;
import io.carbonflow.components.validate.Validate.ValidationFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.PerConstant;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// The step `evaluate`. It is the only one that looks at the held-out rows, and it looks once.
@ReadsOutside
@About("Scores the models and their ensemble on held-out buildings, and picks the best by"
    + " cross-validation")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Evaluate implements Step<Evaluate.In, Evaluate.Out> {

  /// What the step takes.
  public record In(
      @About("prepared training rows") Value<TrainMatrix> train,
      @About("prepared held-out rows") Value<TestMatrix> test,
      @About("the rows of both sides before they were prepared") Value<CleanRows> rows,
      @About("the fitted transformer") Value<TransformerFile> transformer,
      @About("the source tables") Value<Sources> sources,
      @About("the findings of validation") Value<ValidationFile> validation,
      PerConstant<EstimatorName, TrainedFiles> trained,
      StoreInputs at,
      @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
      implements OptionalInputs<In> {

    /// Of tables of Seattle's.
    public In(Value<TrainMatrix> train, Value<TestMatrix> test, Value<CleanRows> rows,
        Value<TransformerFile> transformer, Value<Sources> sources, Value<ValidationFile> validation,
        PerConstant<EstimatorName, TrainedFiles> trained, StoreInputs at) {
      this(train, test, rows, transformer, sources, validation, trained, at, Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("all scores of all models") Output<MetricsFile> metrics,
      @About("the result in a few lines") Output<Summary> summary,
      @About("the report, one self-contained page") Output<ReportPage> report,
      @About("the plots") Output<Plots> plots,
      @About("the model card: what to know before the model is used") Output<ModelCardFile> modelCard,
      @About("the same, one self-contained page") Output<ModelCardPage> modelCardPage,
      @About("the best model and its hyperparameters") Output<Choice> choice,
      @About("the best model's out-of-fold prediction for each training row")
      Output<OutOfFoldTable> outOfFold,
      @About("the calibration of the best model's intervals and totals")
      Output<CalibrationFile> calibration,
      @About("the name of the best model") Output<String> bestModel) {}

  /// How far predictions of the best model may be off, and what they add up to.
  @FileName("calibration.json")
  public record CalibrationFile(Path path) implements Artifact.Plain {}

  /// The best model and its hyperparameters.
  @FileName("choice.json")
  public record Choice(Path path) implements Artifact.Plain {}

  /// All scores of all models.
  @FileName("metrics.json")
  public record MetricsFile(Path path) implements Artifact.Metrics {}

  /// What to know before the model is used.
  @FileName("model-card.md")
  public record ModelCardFile(Path path) implements Artifact.Plain {}

  /// The same, one self-contained page.
  @FileName("model-card.html")
  public record ModelCardPage(Path path) implements Artifact.Html {}

  /// What the best model predicted of each training row while it was fitted to others.
  @FileName("out-of-fold.csv")
  public record OutOfFoldTable(Path path) implements Artifact.Dataset {}

  /// The report's plots, a PNG file each.
  @FileName("plots")
  public record Plots(Path path) implements Artifact.Plain {}

  /// The report, one self-contained page.
  @FileName("report.html")
  public record ReportPage(Path path) implements Artifact.Html {}

  /// The result in a few lines.
  @FileName("summary.md")
  public record Summary(Path path) implements Artifact.Markdown {}

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    EvaluationInputs given = EvaluationInputs.read(in);
    Judgment judgment = Judgment.of(given, context.workers(), context.console());
    Evaluation evaluation = judgment.evaluation();
    String metrics = MetricsJson.of(evaluation, Alone.in(given.train()));
    AtomicFile.write(out.metrics().get().path(), metrics);
    evaluation.contenders().forEach(c -> note(out.metrics(), c));
    evaluation.coverage().ifPresent(
        found -> out.metrics().logMetric("interval_coverage", found.all().coverage()));
    evaluation.totals().all().meansOverActual().ifPresent(
        part -> out.metrics().logMetric("total_over_actual", part));
    out.metrics().logMetric("too_good_to_be_true", evaluation.tooGood().size());
    evaluation.warning().ifPresent(context.console()::warn);
    evaluation.notBeaten().ifPresent(context.console()::warn);
    AtomicFile.write(out.summary().get().path(), SummaryText.of(evaluation));
    AtomicFile.write(out.choice().get().path(), judgment.choice().text());
    judgment.outOfFold().write(out.outOfFold().get().path());
    judgment.calibrated().write(out.calibration().get().path(), judgment.choice());
    out.bestModel().set(judgment.choice().best());
    Report report = Report.of(evaluation, judgment.model(), judgment.heldOut(),
        given.training(), given.sources(), given.validation());
    ModelCard card = new CardText(report).card();
    show(Sections.of(report), card, metrics, in, out, context.console());
    context.console().line(String.format(Locale.ROOT, "best model %s, held-out R² %.3f",
        evaluation.best().name(), evaluation.best().boxCox().r2()));
  }

  /// Writes the page, its plots and the model card, here and to the store if there is one.
  private static void show(
      List<Section> sections, ModelCard card, String metrics, In in, Out out, Console console) {
    String page = Sections.page(sections, in.city().get().city());
    Map<String, byte[]> plots = new LinkedHashMap<>();
    sections.stream().flatMap(section -> section.figures().stream())
        .forEach(figure -> plots.put(figure.name(), Png.of(figure)));
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put("report.html", page);
    texts.put("model-card.html", card.page());
    texts.put("model-card.md", card.markdown());
    texts.put("metrics.json", metrics);
    AtomicFile.write(out.report().get().path(), page);
    AtomicFile.write(out.modelCardPage().get().path(), texts.get("model-card.html"));
    AtomicFile.write(out.modelCard().get().path(), texts.get("model-card.md"));
    plots.forEach((name, png) -> AtomicFile.write(
        out.plots().get().path().resolve(name + ".png"), stream -> stream.write(png)));
    in.at().root().ifPresent(
        root -> Upload.send(in.at(), root, plots, texts, console));
  }

  private static void note(Output<MetricsFile> metrics, ModelScores contender) {
    metrics.logMetric(contender.name() + "_cv_r2", contender.cvR2());
    metrics.logMetric(contender.name() + "_r2", contender.boxCox().r2());
    metrics.logMetric(contender.name() + "_mae_tonnes", contender.tonnes().mae());
  }
}
