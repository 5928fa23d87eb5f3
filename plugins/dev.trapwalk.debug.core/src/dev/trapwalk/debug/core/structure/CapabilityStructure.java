package dev.trapwalk.debug.core.structure;

import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.inspect.CapObject;
import dev.trapwalk.engine.session.inspect.Census;
import dev.trapwalk.engine.session.inspect.Reach;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.debug.core.model.IValue;

/** A capability as what it lets one do: its object, its rights, and who else has one like it, by which CPtr. */
public final class CapabilityStructure extends CapabilityType {

    @Override
    boolean opens(Subject subject) {
        return subject.slot().isPresent();
    }

    @Override
    Group open(Subject subject, IValue value) {
        long slot = subject.slot().orElseThrow();
        Describer words = subject.machine().describe();
        Group group = new Group(subject.frame(), words.capIn(slot));
        List<Variable> fields = subject.variable().children();
        group.add(Messages.type, subject.type().toString());
        Optional<Variable> object = fields.stream().filter(CapabilityStructure::isObject).findFirst();
        object.ifPresent(field -> group.add(Variable.of(Messages.object, field.kind(), field.value(),
                subject.machine())));
        if (object.isEmpty()) {
            CapObject what = CapObject.of(subject.machine().read(slot), subject.machine().read(slot + Long.BYTES));
            group.add(Messages.object, words.object(what.id()));
        }
        group.add(Messages.rights, rights(fields));
        return group.add(Messages.heldIn, holders(subject, slot));
    }

    private static boolean isObject(Variable field) {
        return switch (field.kind()) {
            case ENDPOINT, NOTIFICATION, TCB -> field.value() != 0;
            default -> false;
        };
    }

    /** The flags of the capability that are set, as seL4 calls them: Send, Receive, Grant, GrantReply. */
    private static String rights(List<Variable> fields) {
        String rights = fields.stream().filter(field -> field.kind() == Operand.Kind.FLAG && field.value() != 0)
                .map(Variable::name).filter(name -> name.contains("Can"))
                .map(name -> name.substring(name.indexOf("Can") + "Can".length())).collect(Collectors.joining(", "));
        return rights.isEmpty() ? Messages.noRights : rights;
    }

    private static Group holders(Subject subject, long slot) {
        Census census = Census.of(subject.machine());
        List<Long> like = census.like(slot);
        Map<Long, List<Reach>> reach = Reach.to(census, like);
        Describer words = subject.machine().describe();
        Group holders = new Group(subject.frame(), Messages.bind(Messages.slots, like.size()));
        for (long each : like) {
            String ways = reach.getOrDefault(each, List.of()).stream().map(way -> Messages.bind(Messages.way,
                    words.thread(way.thread()), Describer.hex(way.cptr()))).collect(Collectors.joining(", "));
            holders.add(Variable.of(words.slot(each) + (ways.isEmpty() ? "" : "  (" + ways + ")"), Operand.Kind.SLOT,
                    each, subject.machine()));
        }
        return holders;
    }
}
