// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What a module may name of others: arrows go one way.
class ArrowsTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .withImportOption(location -> !location.contains("-tests.jar"))
      .importPackages("io.carbonflow");

  @Test
  void aModuleNamesOnlyClassesOfItselfAndOfModulesBelow() {
    layeredArchitecture().consideringOnlyDependenciesInLayers()
        .ensureAllClassesAreContainedInArchitecture()
        .layer("base").definedBy("io.carbonflow.base..")
        .layer("kfp").definedBy("io.carbonflow.kfp..")
        .layer("model").definedBy("io.carbonflow.model..")
        .layer("common").definedBy("io.carbonflow.learn..", "io.carbonflow.permutation..",
            "io.carbonflow.published..", "io.carbonflow.store..")
        .layer("components").definedBy("io.carbonflow.components..")
        .layer("pipeline").definedBy("io.carbonflow.cli..", "io.carbonflow.pipelines..", "io.carbonflow.verify..")
        .whereLayer("kfp").mayOnlyBeAccessedByLayers("components", "pipeline")
        .whereLayer("model").mayOnlyBeAccessedByLayers("common", "components", "pipeline")
        .whereLayer("common").mayOnlyBeAccessedByLayers("components", "pipeline")
        .whereLayer("components").mayOnlyBeAccessedByLayers("pipeline")
        .whereLayer("pipeline").mayNotBeAccessedByAnyLayer()
        .whereLayer("base").mayNotAccessAnyLayer()
        .check(CLASSES);
  }

  @Test
  void learningSeesFittedModelsIntervalsAndSumsAndNoBuildings() {
    noClasses().that().resideInAPackage("io.carbonflow.learn..")
        .should().dependOnClassesThat(resideInAPackage("io.carbonflow.model..").and(not(
            resideInAnyPackage("io.carbonflow.model.regressor..", "io.carbonflow.model.interval..",
                "io.carbonflow.model.total.."))))
        .check(CLASSES);
    noClasses().that().resideInAnyPackage("io.carbonflow.model.regressor..", "io.carbonflow.model.interval..",
            "io.carbonflow.model.total..")
        .should().dependOnClassesThat().resideInAPackage("io.carbonflow.model.building..").check(CLASSES);
  }

  @Test
  void whatIsKnownOfABuildingDoesNotDependOnTheFactorsOfYears() {
    noClasses().that().resideInAPackage("io.carbonflow.model.building..")
        .should().dependOnClassesThat().resideInAPackage("io.carbonflow.model.factor..").check(CLASSES);
  }

  @Test
  void theModelModuleNeedsNeitherAwsNorTheTrainingLibraries() {
    noClasses().that().resideInAPackage("io.carbonflow.model..")
        .should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "smile..",
            "ml.dmlc..", "picocli..", "tech.tablesaw..", "org.knowm..")
        .check(CLASSES);
  }
}
