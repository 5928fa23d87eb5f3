package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.objects.ObjectsView;
import dev.trapwalk.debug.ui.place.KernelPlace;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view of all kernel objects, and of the untyped memory behind them. */
class ObjectsViewTest {

    private Example example;
    private ObjectsView view;

    @BeforeEach
    void stopAtTheCall() throws Exception {
        example = new Example("objects");
        example.open("call-fastpath.walk");
        Example.breakAt("fastpath_call/entry", Mode.PASSED);
        example.debug("call-fastpath.walk");
        example.stopsIn("fastpath_call");
        view = (ObjectsView) Workbench.page().showView(ObjectsView.ID);
        Workbench.waitUntil("objects are drawn", () -> view.texts().size() > 1);
    }

    @AfterEach
    void close() throws Exception {
        Workbench.page().hideView(view);
        example.close();
    }

    private List<String> names() {
        return view.texts().stream().map(text -> text.substring(0, text.indexOf(' '))).toList();
    }

    @Test
    void objectsAreListedSortedFilteredAndShownInTheirUntyped() throws Exception {
        assertThat(names()).contains("client", "server", "ep", "client_buffer", "init_thread");
        view.sortBy("Name");
        Workbench.waitUntil("sorted", () -> names().indexOf("client") < names().indexOf("ep")
                && names().indexOf("ep") < names().indexOf("server"));
        view.filter("endpoint");
        Workbench.waitUntil("filtered", () -> view.texts().size() == 2);
        assertThat(view.texts().get(0)).startsWith("ep  endpoint  16 B  3  threads wait to receive  0x");
        view.filter("");
        KernelPlace thread = KernelPlace.thread(example.target(), example.thread().tcb());
        view.reveal(thread);
        Workbench.waitUntil("the untyped is drawn", () -> view.texts().stream()
                .anyMatch(text -> text.contains("of 64 MiB used by") && text.contains("free: untyped 0x")));
        Screenshot.of(Workbench.shell(), "objects");
        Theme.dark();
        Screenshot.of(Workbench.shell(), "objects-dark");
        Theme.light();
    }
}
