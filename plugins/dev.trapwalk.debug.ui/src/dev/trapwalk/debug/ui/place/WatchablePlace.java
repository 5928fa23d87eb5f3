package dev.trapwalk.debug.ui.place;

import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import java.util.Optional;

/** What can be selected in a view and watched: Toggle Watchpoint sets a breakpoint on changes of it. */
public interface WatchablePlace {

    /** What would be watched; empty if nothing of it lies in memory. */
    Optional<WatchTarget> watched();

    /** Slot or object that other views can show; empty for none. */
    Optional<KernelPlace> place();
}
