// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.publish.Publish;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.PortOption;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.StepCommand;
import io.carbonflow.kfp.step.Streams;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.published.Publication;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.Register;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreUri;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow models`: what is published, what was decided, and the way back.
final class ModelsCommand implements ProgramCommand {
  private static final String NAME = "models";
  private static final List<Port> PORTS = Port.of(StoreInputs.class);

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
      PORTS.forEach(port -> spec.addOption(PortOption.input(port)));
      CommonOptions.addTo(spec);
      return spec;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description("Published models: what there is, and the way back.",
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
    StoreInputs inputs = inputs(command);
    StoreUri root = inputs.root().orElseGet(() -> StoreUri.parse(new LocalStore().ofTraining().toString()));
    Optional<String> named = Optional.ofNullable(action == Action.LIST ? null
        : command.matchedPositionalValue(0, (String) null));
    try (Store store = inputs.open(root)) {
      PublishedModels models = new PublishedModels(store);
      switch (action) {
        case LIST -> out.print(ModelsText.list(register(models)));
        case SHOW -> {
          Register register = register(models);
          out.print(ModelsText.show(models.load(named), register));
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

  private static StoreInputs inputs(ParseResult command) {
    return Records.make(StoreInputs.class, PORTS.stream().map(port -> {
      String text = command.matchedOptionValue(port.option(), port.orElse().orElseThrow());
      StepCommand.check(command, port, text);
      return Value.of(port.parse(text));
    }).toArray());
  }
}
