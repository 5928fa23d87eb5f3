package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.engine.session.script.LocationText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.internal.ui.views.breakpoints.BreakpointOrganizerManager;
import org.eclipse.debug.internal.ui.views.breakpoints.BreakpointSetOrganizer;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IBreakpointTypeCategory;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.debug.ui.actions.ExportBreakpointsOperation;
import org.eclipse.debug.ui.actions.ImportBreakpointsOperation;
import org.eclipse.ui.IWorkingSet;
import org.eclipse.ui.IWorkingSetManager;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.model.IWorkbenchAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breakpoints go out of a workspace and come back as they were: the platform's export and import, and its groups. */
class BreakpointExchangeTest {

    private Example example;

    @BeforeEach
    void setSome() throws Exception {
        example = new Example("breakpoint-exchange");
        KernelBreakpoint error = KernelBreakpoints.set(LocationText.read("error seL4_DeleteFirst"));
        error.change(WalkBreakpoint.CONDITION, "cptr == 2");
        KernelBreakpoint watch = KernelBreakpoints.set(LocationText.read("watch slot root 9"));
        watch.change(WalkBreakpoint.TRIGGER, error.sessionId());
        watch.change(WalkBreakpoint.HIT_COUNT, ">= 2");
        KernelBreakpoints.set(LocationText.read("point fastpath_call/length fails")).setEnabled(false);
        new ScenarioLineBreakpoint(example.file("cnode-copy.walk"), 42).change(WalkBreakpoint.THREADS, "client");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void exportAndImportBringThemBack() throws Exception {
        List<String> before = labels();
        StringBuffer exported = export();
        Example.removeBreakpoints();
        assertThat(labels()).isEmpty();
        importFrom(exported);
        assertThat(labels()).isEqualTo(before).contains("cnode-copy.walk: line 42  [thread client]",
                "root[9] changes  [hits >= 2, armed by seL4_DeleteFirst (8) is returned]");
        assertThat(find("point fastpath_call/length fails").isEnabled()).isFalse();
    }

    @Test
    void importingTwiceDoublesNoneAndBringsBackWhatWasChanged() throws Exception {
        StringBuffer exported = export();
        find("error seL4_DeleteFirst").change(WalkBreakpoint.CONDITION, "");
        importFrom(exported);
        importFrom(exported);
        assertThat(labels()).hasSize(4);
        assertThat(find("error seL4_DeleteFirst").attribute(WalkBreakpoint.CONDITION)).isEqualTo("cptr == 2");
    }

    @Test
    void theyAreGroupedByTheirKind() {
        assertThat(group("error seL4_DeleteFirst")).isEqualTo("Error returned");
        assertThat(group("watch slot root 9")).isEqualTo("Watch");
        assertThat(group("point fastpath_call/length fails")).isEqualTo("Kernel point");
    }

    /** Group By > Breakpoint Working Sets, Projects and Resources of the Breakpoints view. */
    @Test
    void aDefaultWorkingSetReceivesNewOnesAndIsAGroup() throws Exception {
        IWorkingSetManager sets = PlatformUI.getWorkbench().getWorkingSetManager();
        IWorkingSet lesson = sets.createWorkingSet("lesson", new IAdaptable[0]);
        lesson.setId(IDebugUIConstants.BREAKPOINT_WORKINGSET_ID);
        sets.addWorkingSet(lesson);
        IWorkingSet before = BreakpointSetOrganizer.getDefaultWorkingSet();
        try {
            assertThat(groups("WorkingSet", find("watch slot root 9"))).isEmpty();
            BreakpointSetOrganizer.setDefaultWorkingSet(lesson);
            KernelBreakpoint added = KernelBreakpoints.set(LocationText.read("fault VMFault"));
            Workbench.waitUntil("received", () -> List.of(lesson.getElements()).contains(added));
            assertThat(groups("WorkingSet", added)).containsExactly("lesson (default)");
            assertThat(groups("WorkingSet", find("watch slot root 9"))).isEmpty();
            added.delete();
            Workbench.waitUntil("out of the set with it", () -> lesson.getElements().length == 0);
        } finally {
            BreakpointSetOrganizer.setDefaultWorkingSet(before);
            sets.removeWorkingSet(lesson);
        }
    }

    @Test
    void thoseInFilesAreGroupedByProjectAndFile() {
        IBreakpoint line = Stream.of(Example.breakpoints()).filter(ScenarioLineBreakpoint.class::isInstance)
                .findFirst().orElseThrow();
        assertThat(groups("Project", line)).containsExactly("breakpoint-exchange");
        assertThat(groups("File", line)).containsExactly("cnode-copy.walk");
        assertThat(groups("Project", find("watch slot root 9"))).isEmpty();
    }

    private static List<String> groups(String organizer, IBreakpoint breakpoint) {
        IAdaptable[] categories = BreakpointOrganizerManager.getDefault()
                .getOrganizer("org.eclipse.debug.ui.breakpoint" + organizer + "Organizer").getCategories(breakpoint);
        return categories == null ? List.of() : Stream.of(categories).map(category -> Adapters.adapt(category,
                IWorkbenchAdapter.class).getLabel(category)).toList();
    }

    @Test
    void thoseOfAProjectGoWithIt() throws Exception {
        IProject project = example.file("cnode-copy.walk").getProject();
        project.close(new NullProgressMonitor());
        Workbench.waitUntil("the line breakpoint is gone", () -> Example.breakpoints().length == 3);
        project.open(new NullProgressMonitor());
        Workbench.waitUntil("the line breakpoint is back", () -> Example.breakpoints().length == 4);
    }

    private static StringBuffer export() throws Exception {
        ExportBreakpointsOperation export = new ExportBreakpointsOperation(Example.breakpoints());
        export.run(new NullProgressMonitor());
        return export.getBuffer();
    }

    private static void importFrom(StringBuffer exported) throws Exception {
        new ImportBreakpointsOperation(new StringBuffer(exported), true, false).run(new NullProgressMonitor());
        Workbench.settle();
    }

    private static KernelBreakpoint find(String location) {
        return KernelBreakpoints.find(LocationText.read(location)).orElseThrow();
    }

    private static String group(String location) {
        IBreakpointTypeCategory category = Adapters.adapt(find(location), IBreakpointTypeCategory.class);
        return Optional.ofNullable(Adapters.adapt(category, IWorkbenchAdapter.class))
                .map(adapter -> adapter.getLabel(category)).orElse("none");
    }

    private static List<String> labels() {
        IDebugModelPresentation presentation = DebugUITools.newDebugModelPresentation();
        try {
            return Stream.of(Example.breakpoints()).map(presentation::getText).sorted(Comparator.naturalOrder())
                    .toList();
        } finally {
            presentation.dispose();
        }
    }
}
