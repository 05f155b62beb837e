// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.storage.StoreInputs;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.PortOption;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.StepCommand;
import io.carbonflow.kfp.step.Value;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options that name a store of published models, as those of steps do.
final class StoreOptionsOfModels {
  /// Read when they are needed: a list of commands has no use for them.
  static final Supplier<List<Port>> PORTS = () -> Port.of(StoreInputs.class);

  private StoreOptionsOfModels() {}

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    PORTS.get().forEach(port -> spec.addOption(PortOption.input(port)));
  }

  /// The store that parsed arguments name.
  ///
  /// @throws picocli.CommandLine.ParameterException if one has no value of its type
  static StoreInputs of(ParseResult parsed) {
    return Records.make(StoreInputs.class, PORTS.get().stream().map(port -> {
      String text = parsed.matchedOptionValue(port.option(), port.orElse().orElseThrow());
      StepCommand.check(parsed, port, text);
      return Value.of(port.parse(text));
    }).toArray());
  }
}
