// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.components.clean.Clean.CleanRows;
import io.carbonflow.components.evaluate.Evaluate.MetricsFile;
import io.carbonflow.components.storage.KeyInput;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.components.trainbest.TrainBest.BundleFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;

/// The step `publish`. A model that is not published is not a failure: the step ends well and says why,
/// so that its page is kept. What is too bad to be used is left to the step `check-floor`.
@ReadsOutside
@About("Publishes the new model, if it is better than the published one on buildings that neither was"
    + " trained on")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Publish implements Step<Publish.In, Publish.Out> {

  /// What the step takes.
  public record In(
      @About("the bundle") Value<BundleFile> bundle,
      @About("all scores of all models") Value<MetricsFile> metrics,
      @About("clean rows, of training buildings and of held-out ones") Value<CleanRows> rows,
      StoreInputs at,
      @About(value = "the gate: the lowest R² allowed on its held-out rows (floor), and how far"
          + " above the published model's R² it has to be (margin)", orElse = PromotionGate.DEFAULT) Value<PromotionGate> gate,
      @About(value = "where in the store the verdict and its page go; empty for"
          + " nowhere", orElse = Publish.VERDICT)
      Value<KeyInput> verdictKey)
      implements OptionalInputs<In> {
    /// With the defaults of gate and verdict.
    public In(Value<BundleFile> bundle, Value<MetricsFile> metrics, Value<CleanRows> rows,
        StoreInputs at) {
      this(bundle, metrics, rows, at, Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("the decision and the scores behind it") Output<VerdictFile> verdict,
      @About("the same as one self-contained page") Output<VerdictPage> verdictPage,
      @About("the same in a sentence") Output<VerdictText> verdictSummary,
      @About("the reason for the decision") Output<String> reason,
      @About(value = "published, not_better, not_comparable, rolled_back, below_floor or nowhere",
          name = "Output") Output<Decision> decision) {}

  /// Where in the store the verdict goes where nothing else is said.
  public static final String VERDICT = "verdict.json";

  /// What was decided about the new model, and by what.
  @FileName("verdict.json")
  public record VerdictFile(Path path) implements Artifact.Metrics {}

  /// What was decided about the new model, as a page.
  @FileName("verdict.html")
  public record VerdictPage(Path path) implements Artifact.Html {}

  @Override
  public void run(In in, Out out, Context context) throws IOException {
    Optional<StoreUri> root = in.at().root();
    root.ifPresent(in.verdictKey().get()::path);
    ChampionChallenger contest = ChampionChallenger.of(in.bundle().get().path(), in.metrics().get().path(),
        in.rows().get().path(), in.gate().get());
    if (root.isEmpty()) {
      write(contest.judge().nowhere(), in, out, context.console(), Optional.empty());
      return;
    }
    try (Store store = in.at().open(root.get())) {
      write(contest.decide(store, context.console()), in, out, context.console(),
          Optional.of(store));
    }
  }

  /// Writes what was decided, first to the store: who reads it there has no other way to know.
  private static void write(
      PromotionVerdict verdict, In in, Out out, Console console, Optional<Store> store) {
    String json = VerdictJson.of(verdict);
    String page = VerdictHtml.of(verdict);
    String text = VerdictText.of(verdict);
    store.ifPresent(there -> {
      String key = in.verdictKey().get().path(there.root());
      if (!key.isBlank()) {
        there.write(key.replaceFirst("(\\.json)?$", ".html"), bytes(page));
        there.write(key, bytes(json));
      }
    });
    AtomicFile.write(out.verdict().get().path(), json);
    AtomicFile.write(out.verdictPage().get().path(), page);
    AtomicFile.write(out.verdictSummary().get().path(), text);
    note(out.verdict(), verdict);
    out.reason().set(verdict.reason());
    out.decision().set(verdict.decision());
    console.line(text.strip());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void note(Output<VerdictFile> file, PromotionVerdict verdict) {
    file.logMetric("r2", verdict.model().promise().r2());
    verdict.comparison().ifPresent(both -> {
      file.logMetric("shared_r2", both.challenger().boxCox().r2());
      file.logMetric("shared_champion_r2", both.champion().boxCox().r2());
      verdict.promised().ifPresent(promise -> file.logMetric("promised_r2", promise.r2()));
      file.logMetric("difference", both.difference());
      file.logMetric("difference_error", both.standardError());
    });
  }
}
