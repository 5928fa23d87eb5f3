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

    boolean isHeading() {
        return slot == 0;
    }
}
