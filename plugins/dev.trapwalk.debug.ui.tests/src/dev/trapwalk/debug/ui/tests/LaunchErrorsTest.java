package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person is told when a scenario cannot be debugged; afterwards a good one can. */
class LaunchErrorsTest {

    private static final String NAME = "cnode-copy.walk";

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("errors");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void aBrokenScenarioIsRefusedWithFileLineAndReason() throws Exception {
        change("root = cnode (4 bits)", "root = cnode (4 bits");
        assertThatThrownBy(() -> example.debug(NAME)).isInstanceOf(CoreException.class)
                .hasMessageStartingWith("cnode-copy.walk, line 1");
        change("root = cnode (4 bits", "root = cnode (4 bits)");
        itCanBeDebugged();
    }

    @Test
    void anUnknownNameOfACPtrIsRefusedAtItsLineAndMarkedInTheEditor() throws Exception {
        change("seL4_CNode_Copy(root, 9,", "seL4_CNode_Copy(nowhere, 9,");
        example.open(NAME);
        Workbench.waitUntil("a problem is marked on line 39", () -> marked(39));
        assertThatThrownBy(() -> example.debug(NAME)).isInstanceOf(CoreException.class)
                .hasMessageStartingWith("cnode-copy.walk, line 39").hasMessageContaining("nowhere");
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        IFile file = example.file(NAME);
        file.delete(true, null);
        assertThatThrownBy(() -> example.debug(NAME)).isInstanceOf(CoreException.class)
                .hasMessageContaining("/errors/cnode-copy.walk").hasMessageContaining("does not exist");
    }

    @Test
    void invokingANullCapabilityReturnsTheKernelsErrorAndTheMachineGoesOn() throws Exception {
        change("seL4_CNode_Copy(root, 9, 64, root, cptr(root, 1), 64, seL4_CapRights_new(0, 0, 1, 1))",
                "seL4_CNode_Copy(7, 9, 64, root, cptr(root, 1), 64, seL4_CapRights_new(0, 0, 1, 1))");
        example.debug(NAME);
        Workbench.waitUntil("the error is in the console",
                () -> example.console().contains("seL4_InvalidCapability (2)"));
    }

    private void itCanBeDebugged() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug(NAME);
        example.stopsIn("decodeCNodeInvocation");
    }

    private boolean marked(int line) {
        try {
            for (IMarker marker : example.file(NAME).findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO)) {
                if (marker.getAttribute(IMarker.LINE_NUMBER, 0) == line) {
                    return true;
                }
            }
            return false;
        } catch (CoreException gone) {
            return false;
        }
    }

    private void change(String from, String to) throws Exception {
        IFile file = example.file(NAME);
        String text = new String(file.getContents().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        String changed = text.substring(0, at) + to + text.substring(at + from.length());
        file.setContents(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)), true, false, null);
    }
}
