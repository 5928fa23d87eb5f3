package dev.trapwalk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which bundle may use which. The engine's own packages have their rules beside the engine. */
@AnalyzeClasses(packages = "dev.trapwalk", importOptions = ImportOption.DoNotIncludeTests.class)
class BundleRulesTest {

    private static final String[] USER_INTERFACE = { "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..",
            "org.eclipse.debug.ui..", "dev.trapwalk.lang.ui..", "dev.trapwalk.debug.ui..", "dev.trapwalk.ide.." };

    private static final DescribedPredicate<JavaClass> THE_LANGUAGE = JavaClass.Predicates
            .resideInAPackage("dev.trapwalk.lang..")
            .and(JavaClass.Predicates.resideOutsideOfPackage("dev.trapwalk.lang.ui.."));

    @ArchTest
    static void theBundlesAreLookedAt(JavaClasses classes) {
        for (String bundle : new String[] { "engine.machine", "lang", "lang.ide", "examples", "ide", "cli" }) {
            assertThat(classes.containPackage("dev.trapwalk." + bundle)).as(bundle).isTrue();
        }
    }

    @ArchTest
    static final ArchRule debuggerModelHasNoUserInterface = noClasses()
            .that().resideInAPackage("dev.trapwalk.debug.core..")
            .should().dependOnClassesThat().resideInAnyPackage(USER_INTERFACE).allowEmptyShould(true);

    @ArchTest
    static final ArchRule languageHasNoUserInterface = noClasses().that(THE_LANGUAGE)
            .should().dependOnClassesThat().resideInAnyPackage(USER_INTERFACE);

    @ArchTest
    static final ArchRule languageKnowsNoEclipsePlatform = noClasses().that(THE_LANGUAGE)
            .should().dependOnClassesThat().resideInAnyPackage("org.eclipse.core.resources..", "org.eclipse.debug..")
            .because("the same jar serves editors that are not Eclipse");

    @ArchTest
    static final ArchRule languageKnowsNoDebugger = noClasses().that(THE_LANGUAGE)
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.trapwalk.debug..", "dev.trapwalk.engine.session..");

    @ArchTest
    static final ArchRule eclipseModelKnowsNoDebugAdapter = noClasses()
            .that().resideInAPackage("dev.trapwalk.debug..")
            .should().dependOnClassesThat().resideInAPackage("dev.trapwalk.dap..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule debugAdapterKnowsNoEclipseModel = noClasses()
            .that().resideInAPackage("dev.trapwalk.dap..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("dev.trapwalk.debug..", "org.eclipse.debug..", "org.eclipse.core.resources..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingUsesAFrontEnd = noClasses()
            .that().resideOutsideOfPackages("dev.trapwalk.cli..", "dev.trapwalk.ide..")
            .should().dependOnClassesThat().resideInAnyPackage("dev.trapwalk.cli..", "dev.trapwalk.ide..");

    @ArchTest
    static final ArchRule noProvisionalPlatformPackages = noClasses()
            .should().dependOnClassesThat().resideInAPackage("..internal.ui.viewers.model.provisional..")
            .because("the flexible hierarchy may change without notice");

    @ArchTest
    static final ArchRule placesAreTheTreesBusiness = noClasses()
            .that().resideOutsideOfPackages("dev.trapwalk.lang.tree..", "dev.trapwalk.lang.parser..")
            .should().callMethodWhere(DescribedPredicate.describe("a node is asked for its place",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.eclipse.xtext.nodemodel")
                            && call.getName().matches("get(Total)?((End)?Offset|(Start|End)Line)|getLineAndColumn")))
            .because("a node is shared by versions of a text and knows its place in none of them");
}
