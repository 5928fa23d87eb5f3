package dev.trapwalk.debug.ui.why;

import dev.trapwalk.engine.session.query.UnitRecord;
import org.eclipse.core.resources.IFile;

/**
 * A system call that somebody asked about, wherever the machine stands.
 *
 * @param scenario its scenario
 * @param entry the kernel entry
 * @param ownRun whether a run of its own was made for it
 */
record Explanation(IFile scenario, UnitRecord entry, boolean ownRun) {
}
