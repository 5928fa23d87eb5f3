package dev.trapwalk.engine.session.target;

/**
 * Boots a machine; called on the session's owner thread, once per launch and restart. Each machine is like every
 * other.
 */
@FunctionalInterface
public interface TargetFactory {

    /**
     * A machine right after boot.
     *
     * @throws RuntimeException with a message for a person if the scenario cannot be booted
     */
    Target boot();
}
