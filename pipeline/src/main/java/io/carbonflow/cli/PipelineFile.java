package io.carbonflow.cli;

import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.ir.SpecYaml;
import io.carbonflow.pipeline.PipelineDeclaration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A compiled pipeline on the command line of `run`, and parameters that are given by name.
final class PipelineFile {
  private static final String PARAM = "--param";

  private PipelineFile() {}

  /// Adds the argument that names a file.
  static void addTo(CommandSpec spec) {
    spec.addPositional(PositionalParamSpec.builder().index("0").arity("0..1").type(String.class)
        .paramLabel("FILE.yaml").description("A compiled pipeline.").build());
  }

  /// Adds the option that gives a parameter by its name.
  static void addParametersTo(CommandSpec spec) {
    spec.addOption(OptionSpec.builder(PARAM).type(List.class).auxiliaryTypes(String.class)
        .arity("1").paramLabel("NAME=VALUE")
        .description("A parameter of the pipeline by its name; lists and mappings as JSON.")
        .build());
  }

  /// The pipeline in the file that parsed arguments name.
  ///
  /// @throws ParameterException if they name none
  /// @throws io.carbonflow.fault.Problem if the file holds no pipeline that can run
  static PipelineSpec read(ParseResult parsed) {
    String name = parsed.matchedPositionalValue(0, "");
    if (!name.matches(".*\\.ya?ml") && !Files.exists(Path.of(name))) {
      String known = PipelineDeclaration.all().stream().map(PipelineDeclaration::name)
          .collect(Collectors.joining(", "));
      throw new ParameterException(parsed.commandSpec().commandLine(), (name.isEmpty()
          ? "name a pipeline" : "there is no pipeline " + name) + ": " + known
          + ", or a compiled one's YAML file");
    }
    return SpecYaml.read(Path.of(name));
  }

  /// The parameters that are given by name.
  ///
  /// @throws ParameterException if one has no value
  static Map<String, String> parameters(ParseResult parsed) {
    Map<String, String> parameters = new TreeMap<>();
    for (String assignment : parsed.matchedOptionValue(PARAM, List.<String>of())) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(parsed.commandSpec().commandLine(),
            PARAM + ": '" + assignment + "' is not of the form NAME=VALUE");
      }
      parameters.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return parameters;
  }
}
