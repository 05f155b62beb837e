// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.client.CommandHints;
import io.carbonflow.kfp.client.ConnectionSettings;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that every command has: where Kubeflow is. A login is never an option, because
/// everybody on a machine can read the arguments of its processes.
final class ConnectionOptions {
  static final String ENDPOINT = "--endpoint";
  static final String NAMESPACE = "--namespace";
  static final String CA_CERT = "--ca-cert";
  private static final String TIME_LIMIT = "--request-timeout";
  private static final String VERBOSE = "--verbose";

  private ConnectionOptions() {}

  static void addTo(CommandSpec spec) {
    Options.text(spec, ENDPOINT, "URL", "Where Kubeflow Pipelines is, such as"
        + " https://HOST/pipeline (default: KBFL_ENDPOINT, KF_PIPELINES_ENDPOINT, or KBFL_URL with"
        + " /pipeline).");
    Options.text(spec, NAMESPACE, "NAME", "The namespace (default: KBFL_NAMESPACE, the pod's, or"
        + " the only one that is yours).");
    Options.text(spec, CA_CERT, "FILE", "Authorities in PEM that are trusted too (default:"
        + " KBFL_CA_CERT or SSL_CERT_FILE).");
    Options.text(spec, TIME_LIMIT, "TIME", "How long the server may stay silent (default: 1m).");
    Options.flag(spec, VERBOSE, "Show each request, and the stack trace of a failure.");
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
        .description("Show this help.").build());
  }

  /// Where Kubeflow is, by options and environment.
  static ConnectionSettings settings(ParseResult parsed, CliContext around) {
    return ConnectionSettings.of(around.environment(), Options.text(parsed, ENDPOINT),
        Options.text(parsed, NAMESPACE), Options.text(parsed, CA_CERT));
  }

  /// The server. The caller closes it.
  static Kubeflow open(ParseResult parsed, CliContext around) {
    ClientTimeouts timeouts = Options.span(parsed, TIME_LIMIT).map(around.timeouts()::withAnswer)
        .orElse(around.timeouts());
    Consumer<String> journal = Options.flag(parsed, VERBOSE)
        ? around.streams().err()::println : _ -> {};
    return new Kubeflow(settings(parsed, around), around.environment(), timeouts,
        new CommandHints(around.program().name(), around.program().call()), journal);
  }
}
