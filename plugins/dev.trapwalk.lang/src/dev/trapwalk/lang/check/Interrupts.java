package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.capdl.IrqSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E20: interrupt numbers given twice, entries that are no interrupts, handlers without number or notification. */
final class Interrupts implements Check {
    private static final int IOAPIC_PINS = 24;

    @Override
    public String id() {
        return "E20";
    }

    @Override
    public void check(CheckContext context) {
        numbers(context);
        boolean before = false;
        for (Section section : context.model().module().getSections()) {
            if (section instanceof IrqSection irqs) {
                boolean empty = irqs.getMappings().isEmpty();
                if (before) {
                    context.error(empty ? irqs : irqs.getMappings().get(0), null, "E20.section");
                }
                before |= !empty;
            }
        }
        handlers(context);
    }

    private static void numbers(CheckContext context) {
        List<IrqEntry> entries = new ArrayList<>(context.model().irqs());
        // They were numbered from the last to the first; of two with one number the later one is too many.
        Collections.reverse(entries);
        entries.sort(Comparator.comparingLong(IrqEntry::irq));
        long next = -1;
        IrqEntry last = null;
        Map<ObjectRef, Long> numbers = new HashMap<>();
        for (IrqEntry entry : entries) {
            if (entry.irq() < next) {
                context.error(entry.source(), null, "E20.twice", entry.irq());
            }
            next = Math.max(next, entry.irq() + entry.count());
            if (entry.targets() != null && entry.irq() >= 0 && entry.count() == 1) {
                Long other = numbers.putIfAbsent(entry.targets().get(0), entry.irq());
                if (other != null && other != entry.irq()) {
                    again(context, entry, other, last);
                }
                last = entry;
            }
            ObjectDecl target = entry.targets() == null ? null : entry.targets().decl();
            if (target != null && target.type() != null && !target.isIrqNode()) {
                context.error(entry.source(), CapdlPackage.Literals.IRQ_MAPPING__TARGET, "E20.type", target.name(),
                        target.type().keyword());
            }
        }
    }

    /** The tool prints an array's interrupts with successive numbers as one range; of an object that is none it cannot. */
    private static void again(CheckContext context, IrqEntry entry, long other, IrqEntry before) {
        boolean printed = entry.targets().decl().isArray() || entry.irq() != before.irq() + 1
                || entry.targets().decl() != before.targets().decl();
        context.enter(printed ? "E20" : "E26");
        context.warning(entry.source(), CapdlPackage.Literals.IRQ_MAPPING__TARGET, printed ? "E20.numbers" : "E26.numbers",
                entry.targets().get(0), other, entry.irq());
        context.enter("E20");
    }

    private static void handlers(CheckContext context) {
        Set<ObjectDecl> mapped = new HashSet<>();
        context.model().irqs().stream().filter(entry -> entry.targets() != null)
                .forEach(entry -> mapped.add(entry.targets().decl()));
        for (ObjectDecl decl : context.model().objects()) {
            if (!decl.isIrqNode() || decl.type() == ObjectType.CNODE) {
                continue;
            }
            boolean held = !context.model().holders().of(decl).isEmpty();
            List<Container> parts = context.model().containers(decl);
            boolean bound = parts.stream().anyMatch(part -> part.at(0) != null);
            if (held && !mapped.contains(decl) && decl.is(ObjectType.IRQ) && !Dumps.isHandler(context, decl)) {
                context.warning(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E20.unmapped", decl.name());
            } else if (held && !bound) {
                context.info(decl.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E20.unbound", decl.name());
            }
            for (Container part : parts) {
                badge(context, part.at(0));
            }
            pin(context, decl);
        }
    }

    /** The kernel would add the badge to the word that the waiter gets; the proof of the initialiser wants none. */
    private static void badge(CheckContext context, CapRun bound) {
        if (bound != null && bound.written().badge() != null && bound.written().badge().signum() != 0) {
            bound.source().getParams().stream().filter(param -> CapParams.key(param).equals("badge")).findFirst()
                    .ifPresent(param -> context.info(param, null, "E20.badge"));
        }
    }

    private static void pin(CheckContext context, ObjectDecl decl) {
        Param pin = decl.param(ParamKey.IOAPIC_PIN);
        if (pin != null && pin.value() != null && pin.value().compareTo(BigInteger.valueOf(IOAPIC_PINS)) >= 0) {
            context.warning(pin.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E20.pin", pin.value(),
                    IOAPIC_PINS - 1);
        }
    }
}
