package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.trapwalk.engine.api.MessageInfo;
import dev.trapwalk.engine.api.Rights;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.object.Fault;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.LookupFault;
import dev.trapwalk.engine.object.Notification;
import dev.trapwalk.engine.object.PageTableEntry;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.point.Operand.Kind;
import dev.trapwalk.engine.session.state.Blocks;
import dev.trapwalk.engine.session.state.FieldSpec;

/** The layouts of seL4's words (structures_64.bf, x86-64, and the x86 paging structures). */
public final class WordLayouts {

    /** A word without fields. */
    public static final WordLayout PLAIN = new WordLayout("plain", word -> List.of(WordField.of(
            BitField.word("word", 0), Kind.WORD)));
    /** seL4_MessageInfo_t. */
    public static final WordLayout MESSAGE_INFO = new WordLayout("messageInfo", word -> List.of(
            WordField.of(MessageInfo.LABEL, Kind.LABEL), WordField.of(MessageInfo.CAPS_UNWRAPPED, Kind.COUNT),
            WordField.of(MessageInfo.EXTRA_CAPS, Kind.COUNT), WordField.of(MessageInfo.LENGTH, Kind.COUNT)));
    /** seL4_CapRights_t. */
    public static final WordLayout RIGHTS = new WordLayout("rights", word -> Stream.of(Rights.WRITE, Rights.READ,
            Rights.GRANT, Rights.GRANT_REPLY).map(right -> WordField.of(right, Kind.FLAG)).toList());
    /** Word 0 of a capability: its type decides. */
    public static final WordLayout CAP_0 = new WordLayout("cap0", word -> capability(CapType.of(word), 0));
    /** Words of the mapping database node of a slot. */
    public static final WordLayout MDB_0 = words("mdb0", Blocks.MDB_FIELDS, 2);
    public static final WordLayout MDB_1 = words("mdb1", Blocks.MDB_FIELDS, 3);
    /** First word of a seL4_Fault_t: its type decides. */
    public static final WordLayout FAULT = new WordLayout("fault", WordLayouts::fault);
    /** First word of a lookup_fault_t: its type decides. */
    public static final WordLayout LOOKUP_FAULT = new WordLayout("lookupFault", WordLayouts::lookupFault);
    public static final WordLayout PML4E = new WordLayout("pml4e", word -> entry(PageTableEntry.BASE_ADDRESS, false));
    public static final WordLayout PDPTE = new WordLayout("pdpte", word -> PageTableEntry.PAGE_SIZE.in(word) == 0
            ? entry(PageTableEntry.BASE_ADDRESS, false) : entry(PageTableEntry.HUGE_BASE_ADDRESS, true));
    public static final WordLayout PDE = new WordLayout("pde", word -> PageTableEntry.PAGE_SIZE.in(word) == 0
            ? entry(PageTableEntry.BASE_ADDRESS, false) : entry(PageTableEntry.LARGE_BASE_ADDRESS, true));
    public static final WordLayout PTE = new WordLayout("pte", word -> pte());

    /** What a word of which nothing is known may be read as. */
    public static final List<WordLayout> ALL = List.of(PLAIN, MESSAGE_INFO, CAP_0, MDB_1, RIGHTS, FAULT, LOOKUP_FAULT,
            endpoint(0), tcb(Tcb.STATE.word()), PTE, PDE);

    private WordLayouts() {
    }

    /** Word 1 of a capability of a type. */
    static WordLayout cap1(CapType type) {
        return new WordLayout("cap1", word -> capability(type, 1));
    }

    /** A word of an endpoint. */
    static WordLayout endpoint(int index) {
        return new WordLayout("endpoint", word -> replaced(Blocks.ENDPOINT_FIELDS, index, Endpoint.STATE,
                "Idle", "Send", "Recv"));
    }

    /** A word of a notification. */
    static WordLayout notification(int index) {
        return new WordLayout("notification", word -> replaced(Blocks.NOTIFICATION_FIELDS, index, Notification.STATE,
                "Idle", "Waiting", "Active"));
    }

    /** A word of a tcb_t that holds fields of its own. */
    static WordLayout tcb(int index) {
        return words(index == Tcb.STATE.word() ? "threadState" : "tcb", Blocks.TCB_FIELDS, index);
    }

    private static WordLayout words(String key, List<FieldSpec> specs, int index) {
        return new WordLayout(key, word -> specs.stream().filter(spec -> spec.field().word() == index)
                .map(WordField::of).toList());
    }

    private static List<WordField> replaced(List<FieldSpec> specs, int index, BitField state, String... names) {
        return specs.stream().filter(spec -> spec.field().word() == index).map(spec -> spec.field().equals(state)
                ? WordField.named(state, names) : WordField.of(spec)).toList();
    }

    private static List<WordField> capability(CapType type, int index) {
        List<WordField> fields = new ArrayList<>();
        if (index == 0) {
            fields.add(new WordField(CapType.TYPE, Kind.COUNT, tag -> CapType.ofTag((int) tag).label()));
        }
        for (FieldSpec spec : Blocks.capability(type)) {
            if (spec.field().word() == index) {
                fields.add(spec.field().equals(FrameCap.SIZE) && type == CapType.FRAME
                        ? WordField.named(FrameCap.SIZE, "4 KiB", "2 MiB", "1 GiB")
                        : spec.field().equals(FrameCap.VM_RIGHTS) && type == CapType.FRAME
                                ? WordField.named(FrameCap.VM_RIGHTS, "0", "kernel only", "read only", "read and write")
                                : WordField.of(spec));
            }
        }
        return fields;
    }

    private static List<WordField> fault(long word) {
        WordField type = WordField.named(Fault.TYPE, "NullFault", "CapFault", "UnknownSyscall", "UserException",
                "4", "VMFault");
        return switch ((int) Fault.TYPE.in(word)) {
            case Fault.CAP_FAULT -> List.of(type, WordField.of(Fault.IN_RECEIVE_PHASE, Kind.FLAG));
            case Fault.USER_EXCEPTION -> List.of(type, WordField.of(Fault.NUMBER, Kind.COUNT),
                    WordField.of(Fault.CODE, Kind.WORD));
            case Fault.VM_FAULT -> List.of(type, WordField.of(Fault.FSR, Kind.WORD),
                    WordField.of(Fault.INSTRUCTION_FAULT, Kind.FLAG));
            default -> List.of(type);
        };
    }

    private static List<WordField> lookupFault(long word) {
        WordField type = WordField.named(LookupFault.TYPE, "InvalidRoot", "MissingCapability", "DepthMismatch",
                "GuardMismatch");
        return switch ((int) LookupFault.TYPE.in(word)) {
            case LookupFault.MISSING_CAPABILITY -> List.of(type,
                    WordField.of(LookupFault.MISSING_BITS_LEFT, Kind.COUNT));
            case LookupFault.DEPTH_MISMATCH -> List.of(type, WordField.of(LookupFault.DEPTH_BITS_LEFT, Kind.COUNT),
                    WordField.of(LookupFault.DEPTH_BITS_FOUND, Kind.COUNT));
            case LookupFault.GUARD_MISMATCH -> List.of(type, WordField.of(LookupFault.GUARD_BITS_LEFT, Kind.COUNT),
                    WordField.of(LookupFault.GUARD_BITS_FOUND, Kind.COUNT));
            default -> List.of(type);
        };
    }

    private static List<WordField> entry(BitField address, boolean large) {
        List<BitField> fields = new ArrayList<>(List.of(PageTableEntry.XD, address, PageTableEntry.PAGE_SIZE,
                PageTableEntry.ACCESSED, PageTableEntry.CACHE_DISABLED, PageTableEntry.WRITE_THROUGH,
                PageTableEntry.SUPER_USER, PageTableEntry.READ_WRITE, PageTableEntry.PRESENT));
        if (large) {
            fields.addAll(List.of(PageTableEntry.LARGE_PAT, PageTableEntry.GLOBAL, PageTableEntry.DIRTY));
        }
        return flags(fields);
    }

    private static List<WordField> pte() {
        return flags(List.of(PageTableEntry.XD, PageTableEntry.BASE_ADDRESS, PageTableEntry.GLOBAL,
                PageTableEntry.PTE_PAT, PageTableEntry.DIRTY, PageTableEntry.ACCESSED, PageTableEntry.CACHE_DISABLED,
                PageTableEntry.WRITE_THROUGH, PageTableEntry.SUPER_USER, PageTableEntry.READ_WRITE,
                PageTableEntry.PRESENT));
    }

    private static List<WordField> flags(List<BitField> fields) {
        return fields.stream().map(field -> WordField.of(field, field.width() == 1 ? Kind.FLAG : Kind.WORD)).toList();
    }
}
