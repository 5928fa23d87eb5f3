package dev.trapwalk.debug.ui.memory;

import dev.trapwalk.debug.core.memory.WalkMemoryBlock;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.ChangeMark;
import dev.trapwalk.engine.session.inspect.ChangeMarks;
import dev.trapwalk.engine.session.inspect.WordLayout;
import dev.trapwalk.engine.session.inspect.WordLayouts;
import dev.trapwalk.engine.session.inspect.WordPlace;
import dev.trapwalk.engine.session.inspect.WordPlaces;
import dev.trapwalk.engine.session.state.MachineImage;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Works out the lines of a memory block at one stop, each when it is asked for. */
final class MemoryRows {

    private final LongFunction<Optional<Long>> kernelAddress;
    private final ChangeMarks marks;
    private final WordPlaces places;

    /** Lines of a block; of virtual memory each address is translated. */
    MemoryRows(WalkMemoryBlock block, Census census, ChangeMarks marks) {
        this(block::kernelAddress, census, marks);
    }

    MemoryRows(LongFunction<Optional<Long>> kernelAddress, Census census, ChangeMarks marks) {
        this.kernelAddress = kernelAddress;
        this.marks = marks;
        this.places = new WordPlaces(census);
    }

    /** The line of the word at an 8-byte aligned address of the block. */
    MemoryRow row(long address) {
        return kernelAddress.apply(address).map(pptr -> mapped(address, pptr)).orElseGet(() -> new MemoryRow(address,
                "", Messages.notMapped, "", null, false, ChangeMark.NONE)); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** Number of the first of some words from an address on that the last step changed; -1 if it changed none. */
    int firstChanged(long address, int words) {
        return IntStream.range(0, words).filter(i -> kernelAddress.apply(address + (long) i * Long.BYTES)
                .filter(pptr -> marks.of(pptr, Long.BYTES) == ChangeMark.BY_STEP).isPresent()).findFirst().orElse(-1);
    }

    private MemoryRow mapped(long address, long pptr) {
        MachineImage machine = marks.now();
        WordPlace place = places.at(pptr);
        long word = machine.read(pptr);
        CapType type = place.object() == null ? null : place.object().type();
        return new MemoryRow(address, String.format("%016x", word), place.text(), //$NON-NLS-1$
                value(machine, place, pptr, word), type, type != null && place.object().start() == pptr,
                marks.of(pptr, Long.BYTES));
    }

    private static String value(MachineImage machine, WordPlace place, long pptr, long word) {
        if (place.layout() == WordLayouts.CAP_0) {
            return machine.describe().capIn(pptr);
        }
        List<WordLayout.Part> parts = place.layout().read(machine, word).stream()
                .filter(part -> !part.isUnused()).toList();
        if (parts.size() == 1) {
            return word == 0 && place.layout() == WordLayouts.PLAIN ? "" : parts.get(0).text(); //$NON-NLS-1$
        }
        return parts.stream().filter(part -> part.value() != 0).map(part -> part.name() + ' ' + part.text())
                .collect(Collectors.joining(", ")); //$NON-NLS-1$
    }
}
