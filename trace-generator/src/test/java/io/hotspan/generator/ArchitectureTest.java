package io.hotspan.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

@AnalyzeClasses(packages = "io.hotspan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule otherServices_areNeverImported = noClasses()
            .that()
            .resideInAPackage("io.hotspan.generator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.hotspan.receiver..",
                    "io.hotspan.sampling..",
                    "io.hotspan.writer..",
                    "io.hotspan.heatmap..",
                    "io.hotspan.comparison..");

    @ArchTest
    static final ArchRule packs_doNotKnowHowTheyAreSent = noClasses()
            .that()
            .resideInAnyPackage("io.hotspan.generator.storefront..", "io.hotspan.generator.trace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.hotspan.generator.live..", "io.hotspan.generator.bulk..", "io.hotspan.generator.backfill..");

    @ArchTest
    static final ArchRule packs_haveNoClock = noClasses()
            .that()
            .resideInAnyPackage("io.hotspan.generator.storefront..", "io.hotspan.generator.trace..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Instant.class, InstantSource.class, System.class);
}
