// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.publish.Publish;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Streams;
import io.carbonflow.published.Publication;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.Register;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow models`: what is published, what was decided, and the way back.
final class ModelsCommand implements ProgramCommand {
  private static final String NAME = "models";
  private static final String JSON = "--json";

  /// What can be done, in lower case the command's name.
  private enum Action {
    LIST("Lists the published models, the current one with a star.", "", ""),
    SHOW("Shows a published model, and how the current one changed.",
        "VERSION", "The version (default: the current one)."),
    VERDICT("Shows what was decided about the model of a training.",
        "KEY", "Where in the store the verdict is (default: " + Publish.VERDICT + ")."),
    ROLLBACK("Makes an earlier model the current one. It stays so until a better one is published.",
        "VERSION", "The version (default: the one published before the current one).");

    private final String about;
    private final String word;
    private final String meaning;

    Action(String about, String word, String meaning) {
      this.about = about;
      this.word = word;
      this.meaning = meaning;
    }

    String command() {
      return name().toLowerCase(Locale.ROOT);
    }

    CommandSpec spec() {
      CommandSpec spec = CommandSpec.create().name(command());
      spec.usageMessage().description(about).sortOptions(false);
      if (!word.isEmpty()) {
        spec.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class)
            .paramLabel(word).description(meaning).build());
      }
      StoreOptionsOfModels.addTo(spec);
      if (this == LIST || this == SHOW) {
        spec.addOption(OptionSpec.builder(JSON).type(boolean.class).description("Print JSON.").build());
      }
      CommonOptions.addTo(spec);
      return spec;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Lists and shows published models, and goes back to an earlier one.";
  }

  @Override
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(about(),
        "Without a store or bucket: those of the training that was run with none.");
    CommonOptions.addTo(spec);
    CommandLine line = new CommandLine(spec);
    for (Action action : Action.values()) {
      line.addSubcommand(action.command(), action.spec());
    }
    return line;
  }

  @Override
  public int run(ParseResult parsed, Streams streams) {
    PrintStream out = streams.out();
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(parsed.commandSpec().commandLine(),
          "name what to do: " + String.join(", ",
              Arrays.stream(Action.values()).map(Action::command).toList()));
    }
    ParseResult command = parsed.subcommand();
    Action action = Action.valueOf(command.commandSpec().name().toUpperCase(Locale.ROOT));
    StoreInputs inputs = StoreOptionsOfModels.of(command);
    boolean json = command.matchedOptionValue(JSON, false);
    StoreUri root = inputs.root().orElseGet(() -> StoreUri.parse(new LocalStore().ofTraining().toString()));
    Optional<String> named = Optional.ofNullable(action == Action.LIST ? null
        : command.matchedPositionalValue(0, (String) null));
    try (Store store = inputs.open(root)) {
      PublishedModels models = new PublishedModels(store);
      switch (action) {
        case LIST -> {
          Register register = register(models);
          out.print(json ? ModelsJson.list(register) : ModelsText.list(register));
        }
        case SHOW -> {
          Register register = register(models);
          out.print(json ? ModelsJson.show(models.load(named), register)
              : ModelsText.show(models.load(named), register));
        }
        case VERDICT -> out.print(ModelsText.verdict(store, named.orElse(Publish.VERDICT)));
        case ROLLBACK -> {
          Published now = new Publication(models, InstantSource.system()).rollBack(named);
          out.println(now.version() + " is the current model");
        }
      }
    }
    return Commands.OK;
  }

  private static Register register(PublishedModels models) {
    Register register = models.look().register();
    models.find(register, Optional.empty());
    return register;
  }
}
