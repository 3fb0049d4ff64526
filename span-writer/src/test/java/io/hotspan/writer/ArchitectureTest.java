package io.hotspan.writer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = SpanWriterApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rows_knowNoFramework = noClasses()
            .that()
            .resideInAPackage("..writer.row..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("io.hotspan.writer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule batches_knowOnlyTheirPorts = noClasses()
            .that()
            .resideInAPackage("..writer.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.clickhouse..", "io.hotspan.spanstore..");
}
