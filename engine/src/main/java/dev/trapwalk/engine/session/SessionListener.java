package dev.trapwalk.engine.session;

/**
 * Is told what happens in a session, in order, on the session's notifier thread: never on the owner thread, so a
 * listener may read every published state, but a slow one delays the others.
 */
@FunctionalInterface
public interface SessionListener {

    /** Something happened. */
    void on(SessionEvent event);
}
