// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.components.predict.Predict;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.StepCommand;
import io.carbonflow.kfp.step.StepMain;
import io.carbonflow.kfp.step.Streams;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.PublishedModels.Loaded;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow predict`: the step of that name for people, who may name a store in place of a bundle.
final class PredictCommand implements ProgramCommand {
  private static final String NAME = "predict";
  private static final String BUNDLE = "--bundle";
  private static final String BUILDING = "--building";
  private static final String PAGE = "--page";
  /// What the step calls it: on Kubeflow's run page there are many pages.
  private static final String PAGE_OF_STEP = "--building-page";
  private static final String VERSION = "--model-version";
  /// What only Kubeflow gives.
  private static final String EXECUTOR_INPUT = "--executor-input";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Predicts the emissions of the buildings in a table.";
  }

  @Override
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(about(), "The model is a bundle, or the one that is published in a store (default:"
        + " the published one of " + new LocalStore().ofTraining() + ").").abbreviateSynopsis(true).sortOptions(false);
    List<OptionSpec> ofStep = StepCommand.spec(Declaration.of(new Predict())).options();
    ofStep.stream().filter(option -> option.longestName().equals(BUNDLE)).forEach(option -> spec.addOption(
        OptionSpec.builder(option).required(false).description("A bundle, such as model.carbonflow.").build()));
    StoreOptionsOfModels.addTo(spec);
    spec.addOption(OptionSpec.builder(VERSION).type(String.class).paramLabel("VERSION")
        .description("A version in the store (default: the current one).").build());
    ofStep.stream().filter(option -> !Set.of(BUNDLE, EXECUTOR_INPUT).contains(option.longestName()))
        .map(option -> option.longestName().equals(PAGE_OF_STEP)
            ? OptionSpec.builder(option).names(PAGE, PAGE_OF_STEP).build() : option)
        .forEach(spec::addOption);
    return new CommandLine(spec);
  }

  @Override
  public int run(ParseResult parsed, Streams streams) throws Exception {
    Declaration step = Declaration.of(new Predict());
    if (parsed.hasMatchedOption(BUILDING) != parsed.hasMatchedOption(PAGE)) {
      throw wrong(parsed, "a page for one building needs both " + BUILDING + "=ID and " + PAGE + "=FILE");
    }
    Optional<String> ofStore = Stream.concat(StoreOptionsOfModels.PORTS.get().stream().map(Port::option),
        Stream.of(VERSION)).filter(parsed::hasMatchedOption).findFirst();
    if (parsed.hasMatchedOption(BUNDLE)) {
      if (ofStore.isPresent()) {
        throw wrong(parsed, BUNDLE + " and " + ofStore.get()
            + " name two models; give either a bundle or a store");
      }
      return StepMain.run(step, parsed, streams);
    }
    StoreInputs inputs = StoreOptionsOfModels.of(parsed);
    StoreUri root = inputs.root().orElseGet(() -> StoreUri.parse(new LocalStore().ofTraining().toString()));
    if (ofStore.isEmpty() && root instanceof LocalUri local && !Files.isDirectory(local.path())) {
      throw wrong(parsed, "no model is named, and none is published in " + local.path()
          + "; name a bundle with --bundle or a store with --store, or run a training first");
    }
    try (TemporaryFolder folder = TemporaryFolder.make("carbonflow-predict-");
        Store store = inputs.open(root)) {
      PublishedModels models = new PublishedModels(store);
      Loaded model = models.load(Optional.ofNullable(parsed.matchedOptionValue(VERSION, null)));
      Path file = folder.path().resolve(model.published().version() + ".carbonflow");
      byte[] bundle = models.beside(model.published(), PublishedModels.BUNDLE);
      AtomicFile.write(file, stream -> stream.write(bundle));
      return StepMain.run(step, withBundle(parsed, file), streams);
    }
  }

  /// The same command line with a bundle instead of a store.
  private static ParseResult withBundle(ParseResult parsed, Path bundle) {
    List<String> args = new ArrayList<>(List.of(BUNDLE + "=" + bundle));
    for (OptionSpec option : parsed.matchedOptions()) {
      option.originalStringValues().forEach(value -> args.add(option.longestName() + "=" + value));
    }
    return parsed.commandSpec().commandLine().parseArgs(args.toArray(String[]::new));
  }

  private static ParameterException wrong(ParseResult parsed, String what) {
    return new ParameterException(parsed.commandSpec().commandLine(), what);
  }
}
