package dev.trapwalk.engine.session.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.kernel.KernelGlobals;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand;
import dev.trapwalk.engine.session.Messages;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.Location.Watch.Access;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.FieldSpec;
import dev.trapwalk.engine.session.target.NamedObject;

/** Plans locations that are about words being read or written. */
final class WatchPlanner {

    private static final Map<String, Long> GLOBALS = Map.of("ksCurThread", KernelGlobals.KS_CUR_THREAD,
            "ksSchedulerAction", KernelGlobals.KS_SCHEDULER_ACTION, "ksCurDomain", KernelGlobals.KS_CUR_DOMAIN,
            "ksDomainTime", KernelGlobals.KS_DOMAIN_TIME, "ksCurFPUOwner", KernelGlobals.KS_CUR_FPU_OWNER);

    private final Timeline timeline;
    private final Living living;

    WatchPlanner(Timeline timeline) {
        this.timeline = timeline;
        this.living = new Living(timeline);
    }

    /** With the names of the time at which it is asked, not of the time at which a breakpoint was set. */
    private Describer describe() {
        return new Describer(timeline.memory()::peek, timeline.objects());
    }

    Plan plan(Location location) {
        if (location instanceof Location.Watch watch) {
            return watch(watch);
        } else if (location instanceof Location.ThreadSwitch change) {
            return threadSwitch(change);
        } else if (location instanceof Location.ReplyCapability reply) {
            return reply(reply);
        }
        throw new IllegalArgumentException("no plan for " + location);
    }

    private Plan threadSwitch(Location.ThreadSwitch change) {
        Optional<NamedObject> thread = living.named(change.thread());
        if (!change.thread().isEmpty() && thread.isEmpty()) {
            return Plan.failing(living.problem(change.thread()));
        }
        return watching(Watched.changes(KernelGlobals.KS_CUR_THREAD, (address, old, now) ->
                old != now && (thread.isEmpty() || thread.get().address() == now), "ksCurThread",
                word -> describe().thread(word)));
    }

    private Plan reply(Location.ReplyCapability reply) {
        Plan plan = new Plan();
        for (NamedObject thread : timeline.objects().threads()) {
            plan.watched.add(Watched.changes(Tcb.slot(thread.address(), Tcb.CALLER), (address, old, now) -> {
                boolean before = CapType.of(old) == CapType.REPLY;
                boolean after = CapType.of(now) == CapType.REPLY;
                return reply.created() && after && !before || reply.consumed() && before && !after;
            }, thread.name() + ".tcbCaller", this::capType));
        }
        return plan;
    }

    private Plan watch(Location.Watch watch) {
        Access access = watch.access();
        WatchTarget target = watch.target();
        if (target instanceof WatchTarget.Memory memory) {
            return memory.bytes() >= 8 && (memory.address() & 7) == 0
                    ? watching(Watched.words(memory.address(), memory.bytes() + 7 & -8, access,
                            describe().object(memory.address()), Describer::hex))
                    : Plan.failing(Messages.get("breakpoint.badRange"));
        } else if (target instanceof WatchTarget.Slot slot) {
            return slot(slot.container(), slot.index()).map(at -> watching(Watched.words(at, Cte.BYTES, access,
                    describe().slot(at), word -> describe().text(Operand.Kind.CAP, word))))
                    .orElseGet(() -> noSlot(slot.container(), slot.index()));
        } else if (target instanceof WatchTarget.MdbLink link) {
            return slot(link.container(), link.index()).map(at -> mdbNode(at, access))
                    .orElseGet(() -> noSlot(link.container(), link.index()));
        } else if (target instanceof WatchTarget.ReadyQueue queue) {
            return readyQueue(queue, access);
        } else if (target instanceof WatchTarget.Global global) {
            return GLOBALS.containsKey(global.name())
                    ? watching(Watched.words(GLOBALS.get(global.name()), 8, access, global.name(), Describer::hex))
                    : Plan.failing(Messages.get("breakpoint.noSuchGlobal", global.name(),
                            String.join(", ", GLOBALS.keySet().stream().sorted().toList())));
        }
        return field((WatchTarget.Field) target, access);
    }

    private Plan mdbNode(long slot, Access access) {
        return watching(mdbLink(slot, Cte.MDB_PREV, access), mdbLink(slot, Cte.MDB_NEXT, access));
    }

    /** The word of a link: in that of mdbNext lie mdbRevocable and mdbFirstBadged, too. */
    private Watched mdbLink(long slot, BitField link, Access access) {
        return Watched.words(slot + 8L * link.word(), 8, access, describe().slot(slot) + "." + link.name(), word -> {
            String flags = (Cte.MDB_REVOCABLE.in(word) != 0 ? " revocable" : "")
                    + (Cte.MDB_FIRST_BADGED.in(word) != 0 ? " firstBadged" : "");
            String other = link.in(word) == 0 ? "0" : describe().slot(link.in(word));
            return link.equals(Cte.MDB_NEXT) ? other + flags : other;
        });
    }

    private Plan readyQueue(WatchTarget.ReadyQueue queue, Access access) {
        if ((queue.domain() | queue.priority()) >>> 8 != 0) {
            return Plan.failing(Messages.get("breakpoint.noSuchQueue", queue.domain(), queue.priority()));
        }
        long at = KernelGlobals.KS_READY_QUEUES + 16L * (queue.domain() * 256L + queue.priority());
        String name = Messages.get("breakpoint.readyQueue", queue.priority());
        return watching(Watched.words(at, 8, access, name + " head", this::threadOrNone),
                Watched.words(at + 8, 8, access, name + " end", this::threadOrNone));
    }

    private Plan field(WatchTarget.Field target, Access access) {
        Optional<NamedObject> object = living.named(target.object());
        if (object.isEmpty()) {
            return Plan.failing(living.problem(target.object()));
        }
        Optional<FieldSpec> spec = fields(object.get().type()).filter(f -> f.name().equals(target.field())).findFirst();
        if (spec.isEmpty()) {
            return Plan.failing(Messages.get("breakpoint.noSuchField", target.field(), target.object(),
                    String.join(", ", fields(object.get().type()).map(FieldSpec::name).toList())));
        }
        BitField field = spec.get().field();
        return watching(Watched.bits(object.get().address() + 8L * field.word(), 8, access, field.mask(),
                target.object() + "." + target.field(), word -> describe().text(spec.get().kind(), field.in(word))));
    }

    private String capType(long word0) {
        return CapType.of(word0).toString();
    }

    private String threadOrNone(long tcb) {
        return tcb == 0 ? "none" : describe().thread(tcb);
    }

    private static Stream<FieldSpec> fields(ObjectType type) {
        return switch (type) {
            case TCB -> Blocks.TCB_FIELDS.stream();
            case ENDPOINT -> Blocks.ENDPOINT_FIELDS.stream();
            case NOTIFICATION -> Blocks.NOTIFICATION_FIELDS.stream();
            default -> Stream.<FieldSpec>empty();
        };
    }

    private Optional<Long> slot(String container, int index) {
        return living.named(container).filter(object -> index >= 0 && switch (object.type()) {
            case CNODE -> index < 1L << object.sizeBits() - Cte.SIZE_BITS;
            case TCB -> index < Tcb.SLOTS;
            default -> false;
        }).map(object -> object.start() + (long) index * Cte.BYTES);
    }

    private Plan noSlot(String container, int index) {
        boolean there = living.named(container).isPresent();
        String problem = Messages.get("breakpoint.noSuchSlot", container, index);
        return Plan.failing(there ? problem : living.problem(container, problem));
    }

    private static Plan watching(Watched... watched) {
        Plan plan = new Plan();
        plan.watched.addAll(List.of(watched));
        return plan;
    }
}
