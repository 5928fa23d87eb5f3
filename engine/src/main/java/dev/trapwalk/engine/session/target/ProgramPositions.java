package dev.trapwalk.engine.session.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.trapwalk.engine.boot.LoadedSystem;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.program.ProgramImage;
import dev.trapwalk.engine.program.Statement;

/**
 * Where threads stand in their programs, read from instruction pointers. The live one is a thread's own if it lies in
 * the code of that thread: no two programs share an address. Otherwise the thread stands where its saved one says.
 */
final class ProgramPositions implements Programs {

    private final Map<Long, ProgramImage> images = new HashMap<>();
    private final Map<String, ProgramImage> byName = new HashMap<>();
    private final long liveInstructionPointer;

    ProgramPositions(LoadedSystem system, long registerFile) {
        liveInstructionPointer = registerFile + 8L * Register.NEXT_IP.ordinal();
        for (ProgramImage image : system.code().images()) {
            images.put(system.addresses().get(image.program().thread()), image);
            byName.put(image.program().thread(), image);
        }
    }

    @Override
    public List<Statement> statements(String thread) {
        ProgramImage image = byName.get(thread);
        return image == null ? List.of() : image.program().statements();
    }

    @Override
    public Optional<Statement> current(Words memory, long tcb) {
        ProgramImage image = images.get(tcb);
        return image == null ? Optional.empty()
                : image.statementAt(position(memory, tcb, image)).map(image.program().statements()::get);
    }

    @Override
    public boolean atStart(Words memory, long tcb) {
        ProgramImage image = images.get(tcb);
        if (image == null) {
            return true;
        }
        long position = position(memory, tcb, image);
        return image.statementAt(position).map(index -> image.address(index) == position).orElse(true);
    }

    @Override
    public Optional<Statement.SystemCall> returned(Words memory, long tcb) {
        ProgramImage image = images.get(tcb);
        if (image == null) {
            return Optional.empty();
        }
        long position = position(memory, tcb, image);
        return image.statementAt(position)
                .filter(index -> position - image.address(index) == ProgramImage.RESULT_OFFSET)
                .map(image.program().statements()::get).filter(Statement.SystemCall.class::isInstance)
                .map(Statement.SystemCall.class::cast);
    }

    private long position(Words memory, long tcb, ProgramImage image) {
        long live = memory.read(liveInstructionPointer);
        return image.contains(live) ? live : memory.read(Tcb.registerAddress(tcb, Register.NEXT_IP));
    }
}
