package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.ResultCode;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.DebugException;

/** Something that the session does not do, with its code and its sentence for people. */
public final class RefusedException extends DebugException {

    private static final long serialVersionUID = 1L;

    private final ResultCode code;

    RefusedException(ResultCode code, String message) {
        super(DebugCore.status(IStatus.ERROR, message, null));
        this.code = code;
    }

    /** Why it was refused. */
    public ResultCode code() {
        return code;
    }
}
