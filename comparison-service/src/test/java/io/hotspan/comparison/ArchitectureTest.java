package io.hotspan.comparison;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.hotspan.comparison", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule otherServices_areNeverImported = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.hotspan.receiver..",
                    "io.hotspan.generator..",
                    "io.hotspan.sampling..",
                    "io.hotspan.writer..",
                    "io.hotspan.heatmap..",
                    "io.hotspan.embedded..");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("io.hotspan.comparison.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule statistics_knowNoStoreAndNoFramework = classes()
            .that()
            .resideInAPackage("io.hotspan.comparison.statistics..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.apache.commons.statistics..",
                    "io.hotspan.comparison.statistics..");

    @ArchTest
    static final ArchRule ranking_asksNoStore = noClasses()
            .that()
            .resideInAPackage("io.hotspan.comparison.rank..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.hotspan.spanstore..", "io.hotspan.query..", "org.springframework..");
}
