package dev.trapwalk.engine.boot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.trapwalk.engine.program.ProgramCode;

/**
 * A machine on which a scenario was booted: the root task has started the threads and suspended itself.
 *
 * @param machine the machine; its next step is the first instruction of the first thread
 * @param addresses kernel window address of each object of the layout, in the layout's order; of a TCB that of the
 *        tcb_t
 * @param code the programs, where they lie in memory
 */
public record LoadedSystem(Machine machine, Map<String, Long> addresses, ProgramCode code) {

    public LoadedSystem {
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }
}
