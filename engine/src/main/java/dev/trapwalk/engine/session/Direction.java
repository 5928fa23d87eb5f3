package dev.trapwalk.engine.session;

/** Which way time goes during a command. */
public enum Direction {
    FORWARD, BACKWARD
}
