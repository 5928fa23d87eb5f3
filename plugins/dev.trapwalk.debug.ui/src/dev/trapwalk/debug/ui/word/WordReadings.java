package dev.trapwalk.debug.ui.word;

import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.WordLayout;
import dev.trapwalk.engine.session.inspect.WordLayouts;
import dev.trapwalk.engine.session.inspect.WordPlace;
import dev.trapwalk.engine.session.inspect.WordPlaces;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to read a variable: by where it is kept, by what it is known to be, then all others. A pointer to a kernel
 * object reads as the words of that object.
 */
final class WordReadings {

    private final MachineImage machine;
    private final WordPlaces places;
    private final List<WordReading> readings = new ArrayList<>();

    private WordReadings(Census census) {
        machine = census.machine();
        places = new WordPlaces(census);
    }

    /** The best reading first; never empty. */
    static List<WordReading> of(Census census, Variable variable) {
        WordReadings all = new WordReadings(census);
        all.addByKind(variable);
        variable.storage().ifPresent(place -> all.addPlace(place.address()));
        for (WordLayout layout : WordLayouts.ALL) {
            all.addValue(variable, layout);
        }
        return List.copyOf(all.readings);
    }

    private void addByKind(Variable variable) {
        long value = variable.value();
        boolean points = value != 0 && machine.isPresent(value);
        switch (variable.kind()) {
            case MESSAGE_INFO -> addValue(variable, WordLayouts.MESSAGE_INFO);
            case RIGHTS -> addValue(variable, WordLayouts.RIGHTS);
            case CAP -> {
                if (variable.storage().isEmpty()) {
                    addValue(variable, WordLayouts.CAP_0);
                }
            }
            case SLOT -> addBlock(points, value, Cte.BYTES);
            case ENDPOINT -> addBlock(points, value, 1 << Endpoint.SIZE_BITS);
            case NOTIFICATION -> addBlock(points, value, 1 << Notification.SIZE_BITS);
            case TCB -> {
                if (points) {
                    Blocks.TCB_FIELDS.stream().map(FieldSpec::field).map(field -> field.word()).distinct()
                            .forEach(word -> addPlace(value + 8L * word));
                    addPlace(value + Tcb.FAULT);
                    addPlace(value + Tcb.LOOKUP_FAILURE);
                }
            }
            default -> {
                // A number: where it is kept tells more.
            }
        }
    }

    private void addBlock(boolean points, long start, int bytes) {
        for (long at = start; points && at < start + bytes; at += Long.BYTES) {
            addPlace(at);
        }
    }

    private void addPlace(long address) {
        WordPlace place = places.at(address);
        String name = place.text().isEmpty() ? Messages.memory : place.text();
        if (readings.stream().noneMatch(reading -> reading.address().equals(Optional.of(address)))) {
            readings.add(new WordReading(Messages.bind(Messages.place, name, place.layout().name()), place.layout(),
                    machine.read(address), Optional.of(address)));
        }
    }

    private void addValue(Variable variable, WordLayout layout) {
        if (readings.stream().noneMatch(reading -> reading.layout() == layout && reading.word() == variable.value())) {
            readings.add(new WordReading(Messages.bind(Messages.value, variable.name(), layout.name()), layout,
                    variable.value(), Optional.empty()));
        }
    }
}
