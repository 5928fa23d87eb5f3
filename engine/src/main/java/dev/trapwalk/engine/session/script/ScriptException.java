package dev.trapwalk.engine.session.script;

/** A line of a script cannot be read or done; the message is for a person. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With that message. */
    public ScriptException(String message) {
        super(message);
    }
}
