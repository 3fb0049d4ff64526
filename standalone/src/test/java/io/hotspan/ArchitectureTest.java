package io.hotspan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** What the modules promise each other, checked where all of them are on the class path. */
@AnalyzeClasses(packages = "io.hotspan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SERVICES = {
        "io.hotspan.receiver..",
        "io.hotspan.generator..",
        "io.hotspan.sampling..",
        "io.hotspan.writer..",
        "io.hotspan.heatmap..",
        "io.hotspan.comparison.."
    };

    @ArchTest
    static final ArchRule services_dependOnNoOtherService = slices().matching("io.hotspan.(*)..")
            .that(new DescribedPredicate<>("are services") {
                @Override
                public boolean test(com.tngtech.archunit.library.dependencies.Slice slice) {
                    return slice.stream().anyMatch(JavaClass.Predicates.resideInAnyPackage(SERVICES));
                }
            })
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule libraries_knowNoSpring = noClasses()
            .that()
            .resideInAnyPackage("io.hotspan.telemetry..", "io.hotspan.spanstore..", "io.hotspan.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule libraries_knowNoService = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.hotspan.telemetry..",
                    "io.hotspan.spanstore..",
                    "io.hotspan.embedded..",
                    "io.hotspan.service..",
                    "io.hotspan.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule packages_areNullMarked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule names_sayARole = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Utils");
}
