package dev.trapwalk.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Random;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the engine may use which: session on the kernel, the kernel on the objects, those on the machine. */
@AnalyzeClasses(packages = PackageRulesTest.ENGINE, importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {

    static final String ENGINE = "dev.trapwalk.engine";

    @ArchTest
    static final ArchRule theEngineNeedsNothingButJava = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage(ENGINE + "..", "java..").because("it must run as a plain jar anywhere");

    @ArchTest
    static final ArchRule theMachineKnowsNothingOfSeL4 = packageOnlyUses("machine");

    @ArchTest
    static final ArchRule pointsKnowNeitherKernelNorDebugger = packageOnlyUses("point");

    @ArchTest
    static final ArchRule objectsAreViewsOfMachineWords = packageOnlyUses("object", "machine");

    @ArchTest
    static final ArchRule userInterfaceOfTheKernelIsLayoutsAndNumbers = packageOnlyUses("api", "object", "machine");

    @ArchTest
    static final ArchRule theKernelNeverKnowsADebugger =
            packageOnlyUses("kernel", "api", "object", "machine", "point");

    @ArchTest
    static final ArchRule programsAndBootNeverKnowADebugger = noClasses()
            .that().resideInAnyPackage(ENGINE + ".program..", ENGINE + ".boot..")
            .should().dependOnClassesThat().resideInAPackage(ENGINE + ".session..");

    @ArchTest
    static final ArchRule packagesFormNoCycle = slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sameScenarioSameSteps = noClasses()
            .should().callMethod(System.class, "currentTimeMillis").orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(System.class, "identityHashCode", Object.class)
            .orShould().callMethod(Math.class, "random")
            .orShould().dependOnClassesThat().areAssignableTo(Random.class)
            .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().dependOnClassesThat().areAssignableTo(Instant.class)
            .orShould().dependOnClassesThat().areAssignableTo(IdentityHashMap.class)
            .because("the same scenario has the same marks everywhere: no clock, no randomness, no identity order");

    @ArchTest
    static final ArchRule nothingPrints = noClasses().should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err").because("words for people are a front end's business");

    private static ArchRule packageOnlyUses(String name, String... used) {
        String[] allowed = new String[used.length + 2];
        for (int i = 0; i < used.length; i++) {
            allowed[i] = ENGINE + "." + used[i] + "..";
        }
        allowed[used.length] = ENGINE + "." + name + "..";
        allowed[used.length + 1] = "java..";
        return classes().that().resideInAPackage(ENGINE + "." + name + "..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }
}
