package dev.trapwalk.engine.session.run;

/** Prints the message of a breakpoint that does not stop. */
@FunctionalInterface
interface LogSink {

    void log(String text);
}
