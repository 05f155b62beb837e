// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.kfp.codegen.DerivedFiles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.validate.check.Check;
import io.carbonflow.components.validate.check.Checks;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.Words;
import io.carbonflow.kfp.step.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {
  private static final SortedMap<String, String> FILES = Carbonflow.program("unknown").files().get();
  @TempDir Path project;
  private final DerivedFiles words = DerivedFiles.of(
      List.of(Declaration.of(new Words.Repeat())),
      List.of(PipelineDeclaration.of(new Words())), new StepImage("example/words:1", "carbonflow",
          new TreeMap<>(Map.of("OMP_WAIT_POLICY", "passive"))),
      "./carbonflow", FILES);

  /// The steps of the product; the class path of the tests has some of their own.
  private static List<Declaration> steps() {
    return Declaration.all().stream()
        .filter(step -> step.step().getClass().getName().startsWith("io.carbonflow.components."))
        .toList();
  }

  private static DerivedFiles files(String image, List<PipelineDeclaration> pipelines) {
    return DerivedFiles.of(
        steps(), pipelines, Carbonflow.program("unknown").stepImage(image), "./carbonflow", FILES);
  }

  @Test
  void whatIsCheckedInFollowsFromTheDeclarations() {
    DerivedFiles files = files(CheckedInImage.REFERENCE, PipelineDeclaration.all());
    assertEquals(List.of(), files.stale(Path.of("..")),
        "these files are stale; run ./carbonflow compile and commit what it changes");
    assertTrue(files.texts().keySet().containsAll(List.of("kubeflow/components/train-svm.yaml",
        "kubeflow/pipelines/training.yaml", "docs/reference/steps/merge.md",
        "docs/reference/steps/README.md", "jvm/long-steps")), files.texts().keySet().toString());
  }

  @Test
  void theLauncherReadsInOneLineWhichStepsComputeForLong() {
    String names = steps().stream().filter(Declaration::longRunning).map(Declaration::name)
        .collect(Collectors.joining(" "));
    assertTrue(names.startsWith(
        "complete-trials gather-screenings gather-trials screen-trials train-random-forest "), names);
    assertEquals(names + "\n# Made by ./carbonflow compile from the Java declarations.\n",
        files("x", List.of()).texts().get("jvm/long-steps"));
  }

  @Test
  void filesAreWrittenOnceAndThenUpToDate() throws Exception {
    assertEquals(List.of("docs/reference/steps/README.md", "docs/reference/steps/repeat.md",
        "docs/reference/validation.md", "kubeflow/components/repeat.yaml",
        "kubeflow/pipelines/words.yaml"), words.write(project));
    assertEquals(List.of(), words.write(project));
    Files.writeString(project.resolve("kubeflow/pipelines/words.yaml"), "changed");
    assertEquals(List.of("kubeflow/pipelines/words.yaml"), words.write(project));
  }

  @Test
  void aFileThatIsMadeNoLongerIsRemovedButNobodysOwn() throws Exception {
    words.write(project);
    Path components = project.resolve("kubeflow/components");
    Path former = components.resolve("former.yaml");
    Files.copy(components.resolve("repeat.yaml"), former);
    Path own = Files.writeString(components.resolve("own.yaml"), "name: own\n");
    assertEquals(List.of("kubeflow/components/former.yaml"), words.write(project));
    assertFalse(Files.exists(former));
    assertTrue(Files.exists(own));
  }

  @Test
  void aComponentHasTheFormThatTheSdkLoads() {
    assertEquals("""
        # Made by ./carbonflow compile from the Java declarations.
        name: repeat
        description: Repeats a word
        inputs:
        - name: word
          type: Dataset
          description: a word
        - name: times
          type: Integer
          description: how often
        outputs:
        - name: text
          type: Dataset
          description: the text
        - name: length
          type: Integer
          description: its length
        implementation:
          container:
            image: example/words:1
            command:
            - carbonflow
            - repeat
            args:
            - --word
            - inputPath: word
            - --times
            - inputValue: times
            - --text
            - outputPath: text
            - --length
            - outputPath: length
            - --executor-input
            - executorInput: null
            env:
              OMP_WAIT_POLICY: passive
        """, words.texts().get("kubeflow/components/repeat.yaml"));
  }

  @Test
  void aStepsPageListsItsOptionsTypesDefaultsAndFiles() {
    assertEquals("""
        <!-- Made by ./carbonflow compile from the Java declarations. -->
        # repeat

        Repeats a word.

        ```sh
        ./carbonflow repeat --word=text.txt --times=…
        ```
        It is skipped where an earlier run had the same inputs.

        ## Inputs
        | option | type | default | what it is |
        | --- | --- | --- | --- |
        | `--word` | system.Dataset | required | a word |
        | `--times` | whole number | required | how often |

        ## Outputs
        An option names the file; without it an artifact goes to the file of its name in the \
        working folder, and a value to standard output.

        | option | type | file | what it is |
        | --- | --- | --- | --- |
        | `--text` | system.Dataset | `text.txt` | the text |
        | `--length` | whole number |  | its length |
        """, words.texts().get("docs/reference/steps/repeat.md"));
  }

  @Test
  void rangesAndChoicesStandOnTheStepsPage() {
    String page = files("x", List.of()).texts()
        .get("docs/reference/steps/train-svm.md");
    assertTrue(page.contains("| `--folds` | whole number from 2 to 20 | `5` | "), page);
    assertTrue(page.contains("| `--search` | `random`, `grid`, `tpe` | `random` | "), page);
  }

  @Test
  void everyCheckAndEveryColumnStandsOnThePageOfValidation() {
    String page = words.texts().get("docs/reference/validation.md");
    for (Check check : Checks.all()) {
      assertTrue(page.contains("| `" + check.id() + "` | "), check.id());
    }
    assertTrue(page.contains(
        "| `Latitude` | number, degrees | 47.48, else impossible | 47.76, else impossible |"), page);
    assertTrue(page.contains("| `fuels-sum` | warning | electricity, gas and steam do not add up to"
        + " the site energy | 1% | 5% | "), page);
  }

  @Test
  void aVerdictsPageSaysHowACommandEnds() {
    String page = files("x", List.of()).texts()
        .get("docs/reference/steps/validate.md");
    assertTrue(page.contains("| `--valid` | true or false |  | whether models may be trained on the"
        + " table; if not, the command ends with exit code 1, outside of a pipeline |"), page);
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblem() throws Exception {
    Path file = Files.writeString(project.resolve("file"), "in the way");
    assertThrows(Problem.class, () -> words.write(file));
  }
}
