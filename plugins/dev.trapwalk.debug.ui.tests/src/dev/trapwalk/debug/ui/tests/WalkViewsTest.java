package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.changes.ChangesView;
import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.timeline.TimelineView;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.List;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the views say at a stop in a system call. */
class WalkViewsTest {

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("views");
        example.open("cnode-copy.walk");
    }

    @AfterEach
    void close() throws Exception {
        example.close();
    }

    @Test
    void theRefusedCopyIsExplained() throws Exception {
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");

        WhyView why = view(WhyView.ID, WhyView.class);
        Workbench.waitUntil("the error is explained", () -> why.text().contains("Why the error?"));
        assertThat(why.text()).contains("Why the error?", "seL4_DeleteFirst (8)", "Why not on the fastpath?",
                "Go there");

        SyscallPathView path = view(SyscallPathView.ID, SyscallPathView.class);
        Workbench.waitUntil("the path is drawn", () -> path.points().stream()
                .anyMatch(passed -> passed.point().id().equals("decodeCNodeInvocation/dest_empty")));
        assertThat(path.points().get(0).point().id()).isEqualTo("handle_fastsyscall/entry");
        Screenshot.of(Workbench.shell(), "views-path-and-why");

        TimelineView timeline = view(TimelineView.ID, TimelineView.class);
        Workbench.waitUntil("both calls are drawn", () -> timeline.texts().size() == 2);
        assertThat(timeline.texts()).containsExactly("client: on the slow path", "client: error");

        Screenshot.of(Workbench.shell(), "views-timeline");
    }

    @Test
    void theTimelineIsZoomedFilteredAndComparedWithNow() throws Exception {
        Example.breakAt("decodeCNodeInvocation/dest_empty", Mode.FAILS);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        TimelineView timeline = view(TimelineView.ID, TimelineView.class);
        Workbench.waitUntil("both calls are drawn", () -> timeline.texts().size() == 2);
        int wide = timeline.zoom(true);
        assertThat(timeline.zoom(false)).isLessThan(wide);
        timeline.filter("client error");
        Workbench.waitUntil("one is left", () -> timeline.texts().equals(List.of("client: error")));
        Screenshot.of(Workbench.shell(), "timeline-filtered");
        timeline.filter("");
        Workbench.waitUntil("both are back", () -> timeline.texts().size() == 2);

        timeline.compare(0);
        ChangesView changes = view(ChangesView.ID, ChangesView.class);
        Workbench.waitUntil("the first copy is among the changes since then", () -> changes.texts().stream()
                .anyMatch(text -> text.contains("root[9]") && text.contains("endpoint ep")));
        assertThat(changes.getContentDescription()).matches("From mark \\d+\\.0 to mark 5\\.78");
        Screenshot.of(Workbench.shell(), "timeline-compared");
    }

    @Test
    void aCopyChangesTheSlotItCopiesInto() throws Exception {
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        ChangesView changes = view(ChangesView.ID, ChangesView.class);
        example.stopsAfter(() -> example.top().stepReturn());
        Workbench.waitUntil("the slot is listed",
                () -> changes.texts().stream().anyMatch(text -> text.contains("root[9]")));
        Screenshot.of(Workbench.shell(), "views-changes");
    }

    private static <T extends IViewPart> T view(String id, Class<T> type) throws Exception {
        T view = type.cast(Workbench.page().showView(id));
        Workbench.settle();
        return view;
    }
}
