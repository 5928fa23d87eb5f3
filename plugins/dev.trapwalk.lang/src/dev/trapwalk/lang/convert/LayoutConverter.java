package dev.trapwalk.lang.convert;

import dev.trapwalk.engine.boot.CapSpec;
import dev.trapwalk.engine.boot.Layout;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.lang.capdl.DomainEntry;
import dev.trapwalk.lang.capdl.DomainItem;
import dev.trapwalk.lang.capdl.DomainsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Cover;
import dev.trapwalk.lang.model.IrqEntry;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.program.ProgramProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the engine's layout of a model: arrays become single objects, parents come before their children. */
final class LayoutConverter {
    /** The simulated machine is for scenarios that people follow; more than this is not booted. */
    static final long MOST = 20_000;

    private LayoutConverter() {
    }

    static Layout convert(CapdlModel model, List<ProgramProblem> problems) {
        int before = problems.size();
        if (model.arch() != Arch.X86_64) {
            problems.add(new ProgramProblem("P07.arch", model.module(), List.of(model.arch().keyword()), List.of()));
            return empty();
        }
        if (model.counts().objects() > MOST || model.counts().caps() > MOST) {
            problems.add(new ProgramProblem("P07.size", model.module(),
                    List.of(model.counts().objects(), model.counts().caps(), MOST), List.of()));
            return empty();
        }
        List<ObjectSpec> objects = new ObjectConverter(model, untypeds(model), problems).convert();
        List<CapSpec> caps = new CapConverter(model, problems).convert();
        return problems.size() > before ? empty() : new Layout(objects, caps, schedule(model), irqs(model));
    }

    private static Layout empty() {
        return new Layout(List.of(), List.of(), List.of(), List.of());
    }

    /** Highest domain in use, plus one. */
    static int domains(Layout layout) {
        int domains = 1;
        for (Layout.DomainSlot slot : layout.domainSchedule()) {
            domains = Math.max(domains, slot.domain() + 1);
        }
        for (ObjectSpec object : layout.objects()) {
            domains = object.thread() == null ? domains : Math.max(domains, object.thread().domain() + 1);
        }
        return Math.min(domains, 256);
    }

    private static Map<String, String> untypeds(CapdlModel model) {
        Map<String, String> untypeds = new HashMap<>();
        for (Cover cover : model.covers()) {
            for (long n = 0; n < cover.objects().count(); n++) {
                untypeds.put(cover.objects().get(n).toString(), cover.untyped().toString());
            }
        }
        return untypeds;
    }

    private static List<Layout.DomainSlot> schedule(CapdlModel model) {
        List<Layout.DomainSlot> slots = new ArrayList<>();
        for (Section section : model.module().getSections()) {
            if (section instanceof DomainsSection domains) {
                for (DomainItem item : domains.getItems()) {
                    for (DomainEntry entry : item.getEntries()) {
                        BigInteger end = entry.getDomain().add(entry.getDuration());
                        if (end.signum() != 0) {
                            slots.add(new Layout.DomainSlot((int) Numbers.index(entry.getDomain()),
                                    Numbers.index(entry.getDuration())));
                        }
                    }
                }
            }
        }
        return slots;
    }

    private static List<Layout.IrqSpec> irqs(CapdlModel model) {
        Map<String, Layout.IrqSpec> irqs = new java.util.LinkedHashMap<>();
        for (IrqEntry entry : model.irqs()) {
            for (long n = 0; entry.targets() != null && n < entry.count(); n++) {
                String name = entry.targets().get(n).toString();
                irqs.put(name, new Layout.IrqSpec(name, (int) (entry.irq() + n)));
            }
        }
        // An I/O APIC pin is a legacy interrupt line when the file does not number it.
        for (ObjectDecl decl : model.objects()) {
            BigInteger pin = decl.number(dev.trapwalk.lang.model.ParamKey.IOAPIC_PIN);
            if (pin != null && !decl.isArray()) {
                irqs.putIfAbsent(decl.name(), new Layout.IrqSpec(decl.name(), pin.intValue()));
            }
        }
        return List.copyOf(irqs.values());
    }
}
