package dev.trapwalk.lang;

/**
 * Codes of quick fixes, with the arguments that a {@link Diagnostic#data()} carries for them. All of them replace the
 * diagnostic's range unless they say otherwise.
 */
public final class Fixes {
    /** Replace the range by one of the given texts, best first. [text ...] */
    public static final String REPLACE = "replace";
    /** Remove the range. [] */
    public static final String REMOVE = "remove";
    /** Insert a text at an offset. [offset, text] */
    public static final String INSERT = "insert";
    /** Replace the given range by a text. [offset, length, text] */
    public static final String REPLACE_AT = "replace-at";
    /** Change the {@code n bits} of a CNode and every guard size that goes with it. [object, new bits] */
    public static final String RESIZE_CNODE = "resize-cnode";
    /** Put a capability into an empty slot of a thread. [object, index of the element or -1, symbolic slot] */
    public static final String FILL_SLOT = "fill-slot";

    private Fixes() {
    }
}
