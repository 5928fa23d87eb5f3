package dev.trapwalk.debug.ui.breakpoints.form;

import dev.trapwalk.engine.api.Syscall;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;

/** Which system call, and on which capability. */
final class SystemCallForm extends LocationForm {

    private Choice number;
    private Choice cptr;

    @Override
    public void create(Composite page) {
        number = Choice.ofAny(page, Messages.systemCall, this::changed);
        number.offer(Stream.of(Syscall.values()).map(call -> Integer.toString(call.number())).toList(),
                text -> Messages.bind(Messages.numbered,
                        "seL4_" + Syscall.of(Long.parseLong(text)), text)); //$NON-NLS-1$
        cptr = Choice.ofAny(page, Messages.cptr, this::changed);
        cptr.offer(java.util.List.of(), text -> text);
    }

    @Override
    public void show(Location location) {
        Location.AtSystemCall call = (Location.AtSystemCall) location;
        number.setValue(call.number().isEmpty() ? "" : Long.toString(call.number().getAsLong())); //$NON-NLS-1$
        cptr.setValue(call.cptr().isEmpty() ? "" //$NON-NLS-1$
                : "0x" + Long.toHexString(call.cptr().getAsLong())); //$NON-NLS-1$
    }

    @Override
    public Optional<Location> location() {
        return problem().isEmpty() ? Optional.of(new Location.AtSystemCall(optional(number), optional(cptr)))
                : Optional.empty();
    }

    private static OptionalLong optional(Choice choice) {
        return choice.value().isEmpty() ? OptionalLong.empty() : choice.number();
    }

    @Override
    public String problem() {
        return isBad(number) ? Messages.badSystemCall : isBad(cptr) ? Messages.badCptr : ""; //$NON-NLS-1$
    }

    private static boolean isBad(Choice choice) {
        return !choice.value().isEmpty() && choice.number().isEmpty();
    }
}
