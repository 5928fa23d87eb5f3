package dev.trapwalk.debug.core.model;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.ResultCode;
import dev.trapwalk.engine.session.run.EditCheck;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.Collection;
import java.util.Optional;
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

    /** Throws what is wrong with edits of a machine; the session is not asked. */
    static void check(MachineImage machine, Collection<Command.SetValue> values) throws RefusedException {
        EditCheck check = new EditCheck(machine);
        for (Command.SetValue value : values) {
            Optional<String> problem = check.problem(value.place(), value.value());
            if (problem.isPresent()) {
                throw new RefusedException(ResultCode.IMPOSSIBLE_VALUE, problem.get());
            }
        }
    }

    /** Why it was refused. */
    public ResultCode code() {
        return code;
    }
}
