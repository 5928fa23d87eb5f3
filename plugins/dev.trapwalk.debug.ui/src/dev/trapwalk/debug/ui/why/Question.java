package dev.trapwalk.debug.ui.why;

import dev.trapwalk.engine.session.query.UnitRecord;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Finds the system call that is asked about; may take a while and can be cancelled. */
interface Question {

    /** The kernel entry; a CoreException says why there is none. */
    UnitRecord find(IProgressMonitor monitor) throws CoreException;
}
