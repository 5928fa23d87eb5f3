package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.Diagnostic;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void aCommentSilencesItsOwnLineOrTheNext() {
        assertThat(lines("""
                arch x86_64
                objects { cn = cnode (1 bits) ep = ep }
                caps { cn {
                  2: ep -- trapwalk: ignore E04
                  3: ep
                  -- trapwalk: ignore E08, E04
                  4: ep
                  5: ep -- trapwalk: ignore E08
                } }
                """)).containsExactly(5, 8);
    }

    @Test
    void aCommentSilencesTheWholeFile() {
        assertThat(lines("""
                -- trapwalk: ignore-file E04
                arch x86_64
                objects { cn = cnode (1 bits) ep = ep }
                caps { cn { 2: ep } }
                """)).isEmpty();
    }

    @Test
    void severalCommentsAboveALineAreAllAboutIt() {
        assertThat(lines("""
                arch x86_64
                objects { cn = cnode (1 bits) ep = ep }
                caps { cn {
                  -- trapwalk: ignore E04
                  -- trapwalk: ignore E08, E08
                  4: ep
                  5: ep
                } }
                """)).containsExactly(7);
    }

    @Test
    void linesMayEndAsOnOtherSystems() {
        String text = "arch x86_64\robjects { cn = cnode (1 bits) ep = ep }\rcaps { cn {\r"
                + "  -- trapwalk: ignore E04\r  4: ep\r} }\r";
        assertThat(lines(text)).isEmpty();
        assertThat(lines(text.replace("\r", "\r\n"))).isEmpty();
    }

    @Test
    void aProfileMakesErrorsOfWhatItsReaderCannotUse() {
        String text = "arch x86_64\nobjects { cn = cnode (1 bits) ep = ep }\ncaps { cn { 2: ep } }\n";
        assertThat(severity(text, Profile.LOADER)).isEqualTo(Severity.WARNING);
        assertThat(severity(text, Profile.RUST)).isEqualTo(Severity.ERROR);
    }

    @Test
    void theVerifiedInitialisersConditionsHoldOnlyUnderItsProfile() {
        String text = """
                arch arm11
                objects { t = tcb  cn = cnode (4 bits)  n = notification  lonely = ep }
                caps {
                  t { cspace: cn }
                  cn { 0: t  1: n (RW)  2: n (RWG)
                       3: irq_control }
                }
                """;
        assertThat(verified(text, Profile.LOADER)).isEmpty();
        assertThat(verified(text, Profile.VERIFIED)).containsExactly(2, 4, 5, 6);
    }

    @Test
    void aRuleOfTheVerifiedInitialiserIsReportedAtTheParameterThatBreaksIt() {
        String text = """
                arch ia32
                objects { cn = cnode (4 bits) n = notification i = irq t = tcb e = ep }
                caps {
                  cn { 0: n (RWG) 1: e (RWGP, badge: 0x10000000) 2: i 3: t }
                  i { 0: n (RW, badge: 4) }
                  t { cspace: cn (guard_size: 28) }
                }
                """;
        assertThat(CapdlAnalysis.analyse(text, "a.cdl", AnalysisOptions.DEFAULT.withProfile(Profile.VERIFIED)).diagnostics())
                .filteredOn(diagnostic -> diagnostic.id().equals("V01"))
                .extracting(diagnostic -> text.substring(diagnostic.offset(), diagnostic.offset() + diagnostic.length()))
                .containsExactly("RWG", "badge: 0x10000000", "badge: 4", "guard_size: 28");
    }

    private static List<Integer> verified(String text, Profile profile) {
        return CapdlAnalysis.analyse(text, "a.cdl", AnalysisOptions.DEFAULT.withProfile(profile)).diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("V01")).map(Diagnostic::line).toList();
    }

    private static Severity severity(String text, Profile profile) {
        return CapdlAnalysis.analyse(text, "a.cdl", AnalysisOptions.DEFAULT.withProfile(profile)).diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("E04")).findFirst().orElseThrow().severity();
    }

    private static List<Integer> lines(String text) {
        return CapdlAnalysis.analyse(text, "a.cdl").diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("E04")).map(Diagnostic::line).toList();
    }
}
