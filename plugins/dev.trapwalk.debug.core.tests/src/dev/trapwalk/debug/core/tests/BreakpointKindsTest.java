package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.breakpoint.BreakpointKind;
import dev.trapwalk.debug.core.breakpoint.ImportedBreakpoints;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.HitCount;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.script.LocationText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of breakpoint as a marker: what it says, and that it comes back from its marker as it was. */
class BreakpointKindsTest {


    @AfterEach
    void removeBreakpoints() throws Exception {
        manager().removeBreakpoints(manager().getBreakpoints(), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "point fastpath_call/length fails   | fastpath_call: length <= 4  (fails)",
        "syscall any any                    | any system call",
        "syscall -1 9                       | seL4_Call on cptr 0x9",
        "syscall -99 any                    | -99",
        "invocation any any                 | any invocation is decoded",
        "invocation CNodeCopy cnode         | CNodeCopy on a cnode capability is decoded",
        "error any                          | any error is returned",
        "error seL4_DeleteFirst             | seL4_DeleteFirst (8) is returned",
        "fault any                          | any fault is raised",
        "fault VMFault                      | VMFault is raised",
        "fastpath-left any                  | the fastpath is left",
        "fastpath-left length               | the fastpath is left at length",
        "switch any                         | another thread becomes current",
        "switch client                      | client becomes the current thread",
        "reply any                          | a reply capability is created or consumed",
        "reply created                      | a reply capability is created",
        "reply consumed                     | a reply capability is consumed",
        "watch slot root 9                  | root[9] changes",
        "watch slot root 9 write            | root[9] is written",
        "watch field ep epQueue_head        | ep.epQueue_head changes",
        "watch mdb root 1                   | the MDB node of root[1] changes",
        "watch queue 0 100                  | ready queue 100 of domain 0 changes",
        "watch global ksCurThread           | ksCurThread changes",
        "watch memory 0xffffff8000001000 16 | memory 0xffffff8000001000 (16 bytes) changes",
        "expectation                        | an expectation of a program fails",
    })
    void isRestoredFromItsMarker(String text, String label) throws Exception {
        Location location = LocationText.read(text);
        KernelBreakpoint set = KernelBreakpoints.set(location);
        assertThat(set.placeText()).isEqualTo(label);
        set.change(WalkBreakpoint.CONDITION, "cptr == 9");
        set.change(WalkBreakpoint.HIT_COUNT, ">= 3");
        set.change(WalkBreakpoint.THREADS, "client, server");
        set.change(WalkBreakpoint.IGNORE_WHILE, "mr[0] == 1");
        set.change(WalkBreakpoint.LOG_MESSAGE, "cptr is {cptr}");
        set.change(WalkBreakpoint.TRIGGER, "other");
        Breakpoint expected = new Breakpoint(set.sessionId(), location, true, "cptr == 9",
                new HitCount(HitCount.Relation.AT_LEAST, 3), Set.of("client", "server"), "mr[0] == 1",
                "cptr is {cptr}", "other");
        assertThat(set.toSession("/any.walk")).contains(expected);

        KernelBreakpoint restored = (KernelBreakpoint) restored(set.getMarker());
        assertThat(restored).isNotSameAs(set).hasSameClassAs(set);
        assertThat(restored.toSession("/any.walk")).contains(expected);
        assertThat(restored.placeText()).isEqualTo(label);
    }

    @Test
    void aPlaceHasOneBreakpoint() throws Exception {
        Location error = new Location.AtError("seL4_DeleteFirst");
        KernelBreakpoint first = KernelBreakpoints.set(error);
        assertThat(KernelBreakpoints.set(error)).isSameAs(first);
        assertThat(KernelBreakpoints.set(new Location.AtError(""))).isNotSameAs(first);
        KernelBreakpoints.toggle(error);
        assertThat(KernelBreakpoints.find(error)).isEmpty();
        assertThat(manager().getBreakpoints()).hasSize(1);
    }

    @Test
    void canLookElsewhereAndSaysSo() throws Exception {
        KernelBreakpoint error = KernelBreakpoints.set(new Location.AtError("seL4_DeleteFirst"));
        error.moveTo(new Location.AtError("seL4_RevokeFirst"));
        assertThat(error.placeText()).isEqualTo("seL4_RevokeFirst (9) is returned");
        assertThat(error.getMarker().getAttribute(IMarker.MESSAGE, "")).isEqualTo(error.placeText());
    }

    @Test
    void aMarkerThatCannotBeReadLooksNowhere() throws Exception {
        KernelBreakpoint error = KernelBreakpoints.set(new Location.AtError("seL4_DeleteFirst"));
        error.getMarker().setAttribute(KernelBreakpoint.LOCATION, "error of another kind");
        assertThat(error.location()).isEmpty();
        assertThat(error.toSession("/any.walk")).isEmpty();
        assertThat(error.placeText()).isEqualTo("error of another kind");
    }

    @Test
    void anImportedBreakpointStandsForTheOneAtItsPlace() throws Exception {
        KernelBreakpoint there = KernelBreakpoints.set(new Location.AtError("seL4_DeleteFirst"));
        KernelBreakpoint other = KernelBreakpoints.set(new Location.AtError("seL4_RevokeFirst"));
        Map<String, Object> imported = new HashMap<>(there.getMarker().getAttributes());
        imported.put("type", there.getMarker().getType());
        ImportedBreakpoints participant = new ImportedBreakpoints();
        assertThat(participant.matches(imported, there)).isTrue();
        assertThat(participant.matches(imported, other)).isFalse();

        other.change(WalkBreakpoint.UID, there.sessionId());
        participant.verify(other);
        assertThat(other.sessionId()).isNotEqualTo(there.sessionId());
    }

    @Test
    void eachKindHasAPersistentMarkerTypeAndAName() throws Exception {
        for (BreakpointKind kind : BreakpointKind.values()) {
            assertThat(markerElements(kind).map(IConfigurationElement::getName)).contains("persistent");
            assertThat(breakpointElement(kind.markerType()).getAttribute("name")).doesNotStartWith("%");
        }
    }

    /** As the platform does it when a workspace is opened. */
    private static IBreakpoint restored(IMarker marker) throws Exception {
        IBreakpoint restored = (IBreakpoint) breakpointElement(marker.getType()).createExecutableExtension("class");
        restored.setMarker(marker);
        return restored;
    }

    private static IConfigurationElement breakpointElement(String markerType) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.debug.core.breakpoints"))
                .filter(element -> markerType.equals(element.getAttribute("markerType"))).findFirst().orElseThrow();
    }

    private static Stream<IConfigurationElement> markerElements(BreakpointKind kind) {
        String id = kind.markerType();
        assertThat(id).startsWith(DebugCore.PLUGIN_ID);
        return Stream.of(Platform.getExtensionRegistry().getExtension(id).getConfigurationElements());
    }

    private static IBreakpointManager manager() {
        return DebugPlugin.getDefault().getBreakpointManager();
    }
}
