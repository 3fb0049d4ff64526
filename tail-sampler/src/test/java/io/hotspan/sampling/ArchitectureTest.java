package io.hotspan.sampling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.hotspan.sampling", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.hotspan.receiver..",
                    "io.hotspan.generator..",
                    "io.hotspan.writer..",
                    "io.hotspan.heatmap..",
                    "io.hotspan.comparison..",
                    "io.hotspan.standalone..");

    @ArchTest
    static final ArchRule DECIDING_KNOWS_NO_SPRING = noClasses()
            .that()
            .resideInAnyPackage(
                    "..wire..",
                    "..rollup..",
                    "..probability..",
                    "..index..",
                    "..buffer..",
                    "..partition..",
                    "..ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.hotspan.sampling.(*)..").should().beFreeOfCycles();
}
