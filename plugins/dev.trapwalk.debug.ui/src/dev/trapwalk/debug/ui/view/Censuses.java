package dev.trapwalk.debug.ui.view;

import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.target.ObjectTable;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The last census of each machine, shared by all views: the next one only looks at what was written since. It lives as
 * long as a view shows it.
 */
public final class Censuses {

    private static final Map<ObjectTable, WeakReference<Census>> LAST = new WeakHashMap<>();

    private Censuses() {
    }

    /** The census of a machine. To be asked off the user interface thread: the first one of a machine takes a while. */
    public static synchronized Census of(MachineImage machine) {
        WeakReference<Census> reference = LAST.get(machine.objects());
        Census last = reference == null ? null : reference.get();
        Census census = last == null ? Census.of(machine) : last.next(machine);
        LAST.put(machine.objects(), new WeakReference<>(census));
        return census;
    }
}
