// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import com.google.gson.JsonPrimitive;

/// A pipeline that has a bit of everything and does nothing that takes time; and what Kubeflow tells a task.
final class SmallPipeline {
  static final String YAML = """
      pipelineInfo: {name: small, description: a bit of everything}
      schemaVersion: 2.1.0
      sdkVersion: kfp-2.17.3
      components:
        comp-close:
          executorLabel: exec-close
          inputDefinitions:
            parameters:
              holds: {parameterType: BOOLEAN, defaultValue: true, isOptional: true}
        comp-floor:
          executorLabel: exec-floor
          inputDefinitions:
            parameters:
              decision: {parameterType: STRING}
              reason: {parameterType: STRING}
        comp-branch:
          dag:
            tasks:
              close: &close
                taskInfo: {name: close}
                componentRef: {name: comp-close}
                cachingOptions: {enableCache: true}
                inputs:
                  parameters: {holds: {componentInputParameter: flag}}
          inputDefinitions:
            parameters:
              flag: {parameterType: BOOLEAN}
              item: {parameterType: NUMBER_INTEGER, isOptional: true}
        comp-rounds:
          dag:
            tasks:
              close: *close
          inputDefinitions:
            parameters:
              flag: {parameterType: BOOLEAN}
              items: {parameterType: LIST}
              item: {parameterType: NUMBER_INTEGER}
      deploymentSpec:
        executors:
          exec-close:
            container:
              image: example/small:1
              command: [carbonflow, close-group]
              args: [--holds, "{{$.inputs.parameters['holds']}}", --executor-input, '{{$}}']
              resources: {cpuLimit: 1.0, memoryLimit: 0.5, resourceCpuLimit: '1', resourceMemoryLimit: 512Mi}
              env: [{name: A, value: b}]
          exec-floor:
            container:
              image: example/small:1
              command: [carbonflow, check-floor]
              args: [--decision, "{{$.inputs.parameters['decision']}}", --reason,
                "{{$.inputs.parameters['reason']}}", --executor-input, '{{$}}']
      root:
        dag:
          tasks:
            floor:
              taskInfo: {name: floor}
              componentRef: {name: comp-floor}
              retryPolicy: {maxRetryCount: 1, backoffDuration: 0s, backoffFactor: 2.0, backoffMaxDuration: 1s}
              inputs:
                parameters:
                  decision: {componentInputParameter: decision}
                  pipelinechannel--count: {componentInputParameter: count}
                  reason: {runtimeValue: {constant: "{{$.inputs.parameters['pipelinechannel--count']}} rows"}}
            branch:
              taskInfo: {name: branch}
              componentRef: {name: comp-branch}
              dependentTasks: [floor]
              triggerPolicy:
                condition: int(inputs.parameter_values['item']) > 3 && inputs.parameter_values['flag'] == true
              inputs:
                parameters: {flag: {runtimeValue: {constant: true}}, item: {componentInputParameter: count}}
            rounds:
              taskInfo: {name: rounds}
              componentRef: {name: comp-rounds}
              parameterIterator:
                itemInput: item
                items: {inputParameter: items}
              iteratorPolicy: {parallelismLimit: 2}
              inputs:
                parameters: {flag: {runtimeValue: {constant: false}}, items: {componentInputParameter: list}}
        inputDefinitions:
          parameters:
            count: {parameterType: NUMBER_INTEGER, defaultValue: 7}
            decision: {parameterType: STRING, defaultValue: published}
            list: {parameterType: LIST, defaultValue: [1, 2]}
      """;

  private SmallPipeline() {}

  /// The pipeline with a few values of another kind or size, which may well run.
  static byte[] gently(RandomGenerator random) {
    String yaml = YAML;
    for (int i = random.nextInt(3); i >= 0; i--) {
      String old = Damage.one(List.of("defaultValue: 7", "defaultValue: published", "defaultValue: [1, 2]",
          "constant: true", "constant: false", "> 3", "== true", "int(inputs.parameter_values['item'])",
          "maxRetryCount: 1", "backoffDuration: 0s", "parallelismLimit: 2", "cpuLimit: 1.0", "check-floor",
          "--decision,", "['pipelinechannel--count']", "dependentTasks: [floor]"), random);
      int end = old.indexOf(": ") + 1;
      yaml = yaml.replace(old, old.substring(0, end) + Damage.one(List.of(" 0", " -1", " 1e300", " ''", " \"x\"",
          " []", " {}", " [1, a, null]", " [[1], [2]]", " false", " null", " 2147483648", " [7, 7]", " 0.5",
          " '{{$.inputs.parameters[''x'']}}'", " below_floor", " inputs.parameter_values['item']"), random));
    }
    return yaml.getBytes(StandardCharsets.UTF_8);
  }

  /// The message for a task that takes a list of screenings, or validates a table.
  static String executorInput(Path folder, Path table) {
    return """
        {"inputs": {"parameterValues": {"seed": 1, "text": "a"}, "artifacts": {"screenings": {"artifacts": [
          {"name": "one", "type": {"schemaTitle": "system.Dataset"}, "uri": TABLE, "metadata": {"rows": 3}}]}}},
         "outputs": {"outputFile": OUT, "parameters": {"valid": {"outputFile": VALID}}, "artifacts": {
           "all_screenings": {"artifacts": [{"name": "a", "uri": "file:///x", "metadata": {}}]},
           "validation": {"artifacts": [{"name": "v", "uri": "file:///v", "type": {"schemaTitle": "a"}}]},
           "validation_page": {"artifacts": [{"name": "p", "uri": "file:///p"}]}}}}
        """.replace("TABLE", quoted("file://" + table)).replace("OUT", quoted(folder.resolve("output.json")))
        .replace("VALID", quoted(folder.resolve("valid")));
  }

  private static String quoted(Object text) {
    return new JsonPrimitive(text.toString()).toString();
  }
}
