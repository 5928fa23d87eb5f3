package dev.trapwalk.cli.check;

import java.io.PrintWriter;
import java.util.List;

/** A form in which findings are written. */
interface Report {

    /** Writes the findings of all files, in their order. */
    void write(List<CheckedFile> files, PrintWriter out);
}
