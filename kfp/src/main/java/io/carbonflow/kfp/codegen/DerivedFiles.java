// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.codegen;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;

/// All files that are made from declarations, by their path below the project. Their folders hold
/// nothing else, so a file that is no longer made is removed.
///
/// @param texts the text of each file
public record DerivedFiles(SortedMap<String, String> texts) {
  private static final String COMPONENTS = "kubeflow/components";
  private static final String PIPELINES = "kubeflow/pipelines";
  private static final String STEPS = "docs/reference/steps";
  private static final String LONG_STEPS = "jvm/long-steps";
  private static final String MARK = " compile from the Java declarations.";

  /// The files of these steps and pipelines.
  ///
  /// @param image what all tasks run in
  /// @param call how a person calls the program, `./carbonflow`
  /// @param pages further pages in Markdown, and files of JSON, which has no place for a remark, by path below the
  ///     project
  /// @throws Problem if a pipeline is wired wrongly, or the image is no reference
  public static DerivedFiles of(
      List<Declaration> steps, List<PipelineDeclaration> pipelines, StepImage image, String call,
      Map<String, String> pages) {
    String mark = "Made by " + call + MARK;
    SortedMap<String, String> texts = new TreeMap<>();
    for (PipelineDeclaration pipeline : pipelines) {
      PipelineSpec compiled = Compiler.compile(pipeline.pipeline(), image);
      texts.put(PIPELINES + "/" + compiled.name() + ".yaml",
          "# " + mark + "\n" + SpecYaml.write(compiled));
    }
    for (Declaration step : steps) {
      texts.put(COMPONENTS + "/" + step.name() + ".yaml",
          "# " + mark + "\n" + ComponentYaml.of(step, image));
      texts.put(STEPS + "/" + step.name() + ".md",
          "<!-- " + mark + " -->\n" + StepPage.of(step, call));
    }
    texts.put(STEPS + "/README.md", "<!-- " + mark + " -->\n" + StepPage.index(steps));
    pages.forEach((path, text) -> texts.put(path, path.endsWith(".json") ? text : "<!-- " + mark + " -->\n" + text));
    if (steps.stream().anyMatch(Declaration::longRunning)) {
      texts.put(LONG_STEPS, longSteps(steps) + "\n# " + mark + "\n");
    }
    return new DerivedFiles(texts);
  }

  /// The launcher reads the first line.
  private static String longSteps(List<Declaration> steps) {
    return steps.stream().filter(Declaration::longRunning).map(Declaration::name)
        .collect(Collectors.joining(" "));
  }

  /// The paths of files below a project that are missing, that differ, or that are made no longer.
  ///
  /// @throws Problem if the project cannot be read
  public List<String> stale(Path project) {
    TreeSet<String> stale = new TreeSet<>();
    try {
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Path there = project.resolve(file.getKey());
        if (!Files.exists(there) || !Files.readString(there).equals(file.getValue())) {
          stale.add(file.getKey());
        }
      }
      for (String folder : List.of(COMPONENTS, PIPELINES, STEPS)) {
        stale.addAll(leftovers(project, folder));
      }
      return new ArrayList<>(stale);
    } catch (IOException e) {
      throw new Problem(Place.of(project), "cannot be read (" + e.getMessage() + ")",
          "check its permissions", e);
    }
  }

  /// Brings the files below a project up to date.
  ///
  /// @return the paths of those that were not
  /// @throws Problem if the project cannot be read or written
  public List<String> write(Path project) {
    List<String> stale = stale(project);
    for (String path : stale) {
      if (texts.containsKey(path)) {
        AtomicFile.write(project.resolve(path), texts.get(path));
      } else {
        delete(project.resolve(path));
      }
    }
    return stale;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new Problem(Place.of(file), "cannot be deleted (" + e.getMessage() + ")",
          "check its permissions", e);
    }
  }

  /// Files that an earlier compilation made; a person's own are left alone.
  private List<String> leftovers(Path project, String folder) throws IOException {
    if (!Files.isDirectory(project.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(project.resolve(folder))) {
      List<String> left = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder + "/" + file.getFileName();
        if (!texts.containsKey(path) && Files.readString(file).lines().findFirst().orElse("")
            .contains(MARK)) {
          left.add(path);
        }
      }
      return left;
    }
  }
}
