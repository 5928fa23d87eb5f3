package dev.trapwalk.cli.convert;

import java.nio.file.Path;
import java.util.Locale;

/** The forms of a layout on the command line. */
enum Form {
    /** capDL; written canonically. */
    capdl,
    /** As the Rust initialiser reads it. */
    json,
    /** As the capDL tool's {@code --xml}; only written. */
    xml,
    /** A graph for Graphviz; only written. */
    dot;

    /** The form that the ending of a file's name tells. */
    static Form of(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? json : capdl;
    }

    boolean isRead() {
        return this == capdl || this == json;
    }
}
