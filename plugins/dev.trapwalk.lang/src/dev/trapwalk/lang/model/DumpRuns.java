package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * How the capDL tool reads the objects of a file whose first line is {@code -- Dump} (its DumpParser): successive objects
 * of one type and equal parameters whose names say addresses side by side, {@code frame@0x1000}, {@code frame@0x2000},
 * become one array, which has the name of the first. So a name may be there again, as long as it is not the first of its
 * run both times.
 */
public final class DumpRuns {
    private static final String HEADER = "-- Dump";
    private static final String ADDRESS = "@0x";

    /**
     * @param head the first object of its run
     * @param order when its name is noted: that of the first of a run comes last
     */
    private record Place(ObjectEntry head, int order) {
    }

    private final Map<ObjectEntry, Place> places = new HashMap<>();
    private final List<ObjectEntry> inOrder = new ArrayList<>();
    private final Arch arch;

    private DumpRuns(Arch arch) {
        this.arch = arch;
    }

    /** Whether the tool takes a file for a dump. */
    public static boolean isDump(String text) {
        int end = text.indexOf('\n');
        return text.substring(0, end < 0 ? text.length() : end).strip().equals(HEADER);
    }

    /** The runs of a dump. */
    public static DumpRuns of(Module module, Arch arch) {
        DumpRuns runs = new DumpRuns(arch);
        for (Section section : module.getSections()) {
            if (section instanceof ObjectsSection objects) {
                runs.add(objects.getEntries().stream().filter(DumpRuns::isPlain).toList());
            }
        }
        return runs;
    }

    private static boolean isPlain(ObjectEntry entry) {
        return entry.getObject() != null && entry.getPath().size() == 1 && entry.getPath().get(0).getName() != null;
    }

    private void add(List<ObjectEntry> entries) {
        int next = 0;
        while (next < entries.size()) {
            ObjectEntry head = entries.get(next++);
            for (long n = 1; next < entries.size() && follows(head, entries.get(next), n); n++) {
                add(entries.get(next++), head);
            }
            add(head, head);
        }
    }

    private void add(ObjectEntry entry, ObjectEntry head) {
        places.put(entry, new Place(head, inOrder.size()));
        inOrder.add(entry);
    }

    private boolean follows(ObjectEntry head, ObjectEntry entry, long n) {
        Long first = address(name(head));
        Long address = address(name(entry));
        return first != null && address != null && address == first + n * size(head)
                && String.valueOf(head.getObject().getType()).equals(entry.getObject().getType())
                && EcoreUtil.equals(head.getObject().getParams(), entry.getObject().getParams());
    }

    /** All objects, in the order in which the tool notes them. */
    public List<ObjectEntry> entries() {
        return inOrder;
    }

    /** Whether {@code entry} is the first of its run. */
    public boolean isHead(ObjectEntry entry) {
        return head(entry) == entry;
    }

    /** The first of the run of {@code entry}; {@code entry} itself where it is none of a dump. */
    public ObjectEntry head(ObjectEntry entry) {
        Place place = places.get(entry);
        return place == null ? entry : place.head();
    }

    /** Whether the tool takes the name of {@code one} for this one, rather than for {@code other} of that name. */
    public boolean isNotedAfter(ObjectEntry one, ObjectEntry other) {
        return order(one) > order(other);
    }

    private int order(ObjectEntry entry) {
        Place place = places.get(entry);
        return place == null ? -1 : place.order();
    }

    /** The name of an object. */
    public static String name(ObjectEntry entry) {
        return entry.getPath().get(0).getName();
    }

    /** The address in a name, modulo 2^64; null when there is none. */
    public static Long address(String name) {
        int start = name.indexOf(ADDRESS) + ADDRESS.length();
        int end = start;
        while (start >= ADDRESS.length() && end < name.length() && Character.digit(name.charAt(end), 16) >= 0) {
            end++;
        }
        return end == start ? null : new BigInteger(name.substring(start, end), 16).longValue();
    }

    /** Bytes of an object as the tool counts them for runs, modulo 2^64; 0 for most types. */
    public long size(ObjectEntry entry) {
        ObjectType type = entry.getObject().getType() == null ? null : ObjectType.of(entry.getObject().getType());
        List<Param> params = Param.of(entry.getObject().getParams());
        Param only = params.size() == 1 ? params.get(0) : null;
        return type == null ? 0 : switch (type) {
            case FRAME -> only != null && only.key() == ParamKey.FRAME_SIZE ? Numbers.word(only.value()) : 0;
            case UT -> power(only);
            case CNODE -> 16 * power(only);
            case IRQ, IO_DEVICE, ARM_IO_DEVICE -> 1;
            case EP, NOTIFICATION -> 16;
            case ASID_POOL, IO_PT -> 4096;
            case TCB -> arch == Arch.IA32 ? 1024 : arch == Arch.ARM11 ? 512 : 0;
            case PD -> arch == Arch.IA32 ? 4096 : arch == Arch.ARM11 ? 16384 : 0;
            case PT -> arch == Arch.IA32 ? 4096 : arch == Arch.ARM11 ? 1024 : 0;
            default -> 0;
        };
    }

    private static long power(Param bits) {
        BigInteger log = bits == null || bits.key() != ParamKey.BITS ? null : bits.value();
        return log != null && log.bitLength() < 7 ? 1L << log.intValue() : 0;
    }
}
