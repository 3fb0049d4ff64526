package io.hotspan.receiver;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "io.hotspan.receiver", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("io.hotspan.receiver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_TRANSPORT = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("..ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..grpc..", "..kafka..", "org.apache.kafka..", "io.grpc..");

    @ArchTest
    static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.hotspan.sampling..",
                    "io.hotspan.writer..",
                    "io.hotspan.heatmap..",
                    "io.hotspan.comparison..",
                    "io.hotspan.generator..");
}
