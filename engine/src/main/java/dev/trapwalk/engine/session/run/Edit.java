package dev.trapwalk.engine.session.run;

import dev.trapwalk.engine.session.Mark;

/** A word that a person set at a mark; it is set again whenever the machine comes there. */
public record Edit(Mark mark, long address, long value) {
}
