package dev.trapwalk.debug.ui.derivation;

import java.util.List;

/**
 * A capability in the tree, or a heading.
 *
 * @param key stays the same from stop to stop
 * @param title of a heading; empty for a capability
 * @param text what a heading says besides
 * @param slot where the capability is; 0 for a heading
 * @param reached threads with the CPtrs by which they name it
 * @param children derived capabilities, or what is below the heading
 */
record CapRow(String key, String title, String text, long slot, String reached, List<CapRow> children) {

    CapRow {
        children = List.copyOf(children);
    }

    static CapRow heading(String key, String title, String text, List<CapRow> children) {
        return new CapRow(key, title, text, 0, "", children); //$NON-NLS-1$
    }

    static CapRow cap(String key, long slot, String reached, List<CapRow> derived) {
        return new CapRow(key, "", "", slot, reached, derived); //$NON-NLS-1$ //$NON-NLS-2$
    }

    boolean isHeading() {
        return slot == 0;
    }
}
