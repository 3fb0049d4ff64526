package io.hotspan.heatmap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.hotspan.heatmap", importOptions = ImportOption.DoNotIncludeTests.class)
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
                    "io.hotspan.comparison..",
                    "io.hotspan.embedded..");

    @ArchTest
    static final ArchRule gridMaths_knowsNoStoreAndNoFramework = classes()
            .that()
            .resideInAPackage("io.hotspan.heatmap.grid..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "io.hotspan.heatmap.grid..", "io.hotspan.spanstore.predicate..");

    @ArchTest
    static final ArchRule time_isInjected = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.hotspan.heatmap.HeatmapServiceApplication")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
