package dev.trapwalk.engine.session.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.boot.Scenario;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.machine.Cpu;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.object.ThreadState;
import dev.trapwalk.engine.program.Program;
import dev.trapwalk.engine.program.ProgramCode;
import dev.trapwalk.engine.program.ProgramImage;
import dev.trapwalk.engine.program.Statement;

/** Where the threads of a scenario stand in their programs: read off their instruction pointers. */
final class ScenarioPrograms implements Programs {

    private final Map<String, List<Statement>> statements = new HashMap<>();
    private final ProgramCode code;
    private final long inKernel;
    private final long liveInstructionPointer;

    ScenarioPrograms(Scenario scenario, ProgramCode code, PhysicalMemory machine) {
        for (Program program : scenario.programs()) {
            statements.put(program.thread(), program.statements());
        }
        this.code = code;
        this.inKernel = Cpu.inKernelAddress(machine);
        this.liveInstructionPointer = new Cpu(machine).addressOf(Register.NEXT_IP);
    }

    @Override
    public List<Statement> statements(String thread) {
        return statements.getOrDefault(thread, List.of());
    }

    @Override
    public Optional<Statement> current(Words memory, long tcb) {
        long rip = instructionPointer(memory, tcb);
        return code.at(rip).flatMap(image -> image.statementAt(rip).map(image.program().statements()::get));
    }

    @Override
    public boolean atStart(Words memory, long tcb) {
        long rip = instructionPointer(memory, tcb);
        Optional<ProgramImage> image = code.at(rip);
        return image.flatMap(at -> at.statementAt(rip).map(index -> at.address(index) == rip)).orElse(true);
    }

    /**
     * The instruction that a thread executes: live if it runs in user mode, saved if it is ready, that of its system call or
     * fault if the kernel works for it or it waits.
     */
    private long instructionPointer(Words memory, long tcb) {
        boolean current = memory.read(KernelGlobals.KS_CUR_THREAD) == tcb;
        if (current && memory.read(inKernel) == 0) {
            return memory.read(liveInstructionPointer);
        }
        ThreadState state = ThreadState.of(memory.get(Tcb.STATE, tcb));
        boolean ready = state == ThreadState.RUNNING && !current;
        return memory.read(Tcb.registerAddress(tcb, ready ? Register.NEXT_IP : Register.FAULT_IP));
    }
}
