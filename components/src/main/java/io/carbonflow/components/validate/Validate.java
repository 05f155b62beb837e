// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.city.CityInput;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.components.merge.Merge.MergedTable;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.model.building.Severity;

/// The step `validate`. It ends well whatever it finds, for Kubeflow keeps no report of a step that
/// fails; its verdict is an output, which the clean step asks for.
@About("Validates a table: its schema, its consistency, and its columns")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Validate implements Step<Validate.In, Validate.Out> {

  /// What the step takes.
  public record In(
      @About("the merged table, or a table that the city published") Value<MergedTable> table,
      @About(value = "known faults of tables that are left as published, separated by commas, such as"
          + " exchanged-energy,no-score; empty for none: all that are found are corrected", orElse = "")
      Value<AsPublished> asPublished,
      @About(value = CityInput.ABOUT, orElse = CityInput.DEFAULT, path = PathUse.READ) Value<CityInput> city)
      implements OptionalInputs<In> {

    /// Of a table that is read right.
    public In(Value<MergedTable> table) {
      this(table, Value.byDefault(), Value.byDefault());
    }
  }

  /// What the step gives.
  public record Out(
      @About("what was found, and what the columns hold") Output<ValidationFile> validation,
      @About("the same, one self-contained page") Output<ValidationPage> validationPage,
      @About(value = "whether models may be trained on the table", verdict = true)
      Output<Boolean> valid) {}

  /// What was found in a table, and what its columns hold.
  @FileName("validation.json")
  public record ValidationFile(Path path) implements Artifact.Metrics {}

  /// The same, one self-contained page.
  @FileName("validation.html")
  public record ValidationPage(Path path) implements Artifact.Html {}

  @Override
  public void run(In in, Out out, Context context) {
    Validation validation = Validation.of(
        in.table().get().path(), in.asPublished().get().faults(), in.city().get().city());
    AtomicFile.write(out.validation().get().path(), Json.pretty(ValidationSummary.of(validation)));
    out.validation().logMetric("rows", validation.rows());
    out.validation().logMetric("errors", validation.count(Severity.ERROR));
    out.validation().logMetric("warnings", validation.count(Severity.WARNING));
    validation.findings().forEach(tally -> out.validation().logMetric(
        ParameterType.format(tally.severity()) + "_" + tally.check().id().replace('-', '_'),
        tally.count()));
    AtomicFile.write(out.validationPage().get().path(), ValidationHtml.of(validation));
    out.valid().set(validation.isValid());
    ValidationText.of(validation).forEach(context.console()::line);
    validation.unread().ifPresent(context.console()::warn);
  }
}
