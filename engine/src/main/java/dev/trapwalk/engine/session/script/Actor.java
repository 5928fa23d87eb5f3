package dev.trapwalk.engine.session.script;

import java.util.List;

/** Carries out the commands of a script: on a session, on an Eclipse debug model, through a debug adapter. */
public interface Actor extends AutoCloseable {

    /**
     * Does what one line says.
     *
     * @return what came of it, in the words of {@link StopLines} and of the session's answers
     * @throws ScriptException when the line cannot be read or done
     */
    List<String> perform(String line);

    @Override
    void close();
}
