package dev.trapwalk.engine.boot;

import java.util.List;

import dev.trapwalk.engine.kernel.KernelConfig;
import dev.trapwalk.engine.program.Program;

/**
 * All that is needed to run a machine: the same scenario takes the same steps everywhere.
 *
 * @param name shown to people, usually the file name
 * @param config kernel configuration
 * @param layout objects and capabilities at boot
 * @param programs at most one per TCB
 */
public record Scenario(String name, KernelConfig config, Layout layout, List<Program> programs) {

    public Scenario {
        programs = List.copyOf(programs);
    }
}
