package dev.trapwalk.lang.convert;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.ObjectSpec;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.boot.ThreadSpec;
import dev.trapwalk.lang.capdl.ListItem;
import dev.trapwalk.lang.capdl.ListValue;
import dev.trapwalk.lang.capdl.NumberItem;
import dev.trapwalk.lang.capdl.WordValue;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.SymbolicSlot;
import dev.trapwalk.lang.model.VSpaces;
import dev.trapwalk.lang.program.NotConfigured;
import dev.trapwalk.lang.program.ProgramProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;

/** Makes the engine's objects, and says which types the simulated machine does not have. */
final class ObjectConverter {
    private final CapdlModel model;
    private final Map<String, String> untypeds;
    private final List<ProgramProblem> problems;

    ObjectConverter(CapdlModel model, Map<String, String> untypeds, List<ProgramProblem> problems) {
        this.model = model;
        this.untypeds = untypeds;
        this.problems = problems;
    }

    List<ObjectSpec> convert() {
        List<ObjectSpec> specs = new ArrayList<>();
        for (ObjectDecl decl : model.objects()) {
            if (decl.type() == null || decl.isIrqNode()) {
                continue;
            }
            ObjectType type = type(decl);
            if (type == null) {
                continue;
            }
            for (long n = 0; n < decl.count(); n++) {
                ObjectRef object = new ObjectRef(decl, decl.isArray() ? n : ObjectDecl.SCALAR);
                specs.add(new ObjectSpec(object.toString(), type, sizeBits(decl), untypeds.get(object.toString()),
                        paddr(decl), decl.is(dev.trapwalk.lang.model.ObjectType.TCB) ? thread(object) : null,
                        place(model, decl.nameRef())));
            }
        }
        return specs;
    }

    /** Whether the machine has {@code decl}'s type; capabilities to others are left out with their objects. */
    static boolean isModelled(ObjectDecl decl) {
        return decl.isIrqNode() || engineType(decl) != null;
    }

    private ObjectType type(ObjectDecl decl) {
        ObjectType type = engineType(decl);
        if (type == null) {
            List<Object> names = new ArrayList<>(List.of(decl.name(), decl.type().keyword()));
            Optional<String> option = NotConfigured.optionOf(decl.type());
            option.ifPresent(names::add);
            String key = decl.is(dev.trapwalk.lang.model.ObjectType.FRAME) ? "P07.frame"
                    : option.isPresent() ? "P07.notConfigured" : "P07.type";
            problems.add(new ProgramProblem(key, decl.nameRef(), names, List.of()));
        }
        return type;
    }

    private static ObjectType engineType(ObjectDecl decl) {
        return decl.type() == null ? null : engineType(decl.type(), decl.frameBits());
    }

    /** The machine's type, or null; {@code frameBits} is log2 of the size that a frame has. */
    static ObjectType engineType(dev.trapwalk.lang.model.ObjectType type, int frameBits) {
        return switch (type) {
            case EP -> ObjectType.ENDPOINT;
            case NOTIFICATION -> ObjectType.NOTIFICATION;
            case TCB -> ObjectType.TCB;
            case CNODE -> ObjectType.CNODE;
            case UT -> ObjectType.UNTYPED;
            case PML4 -> ObjectType.PML4;
            case PDPT -> ObjectType.PDPT;
            case PD -> ObjectType.PAGE_DIRECTORY;
            case PT -> ObjectType.PAGE_TABLE;
            case FRAME -> switch (frameBits) {
                case 12 -> ObjectType.PAGE_4K;
                case 21 -> ObjectType.LARGE_PAGE;
                case 30 -> ObjectType.HUGE_PAGE;
                default -> null;
            };
            default -> null;
        };
    }

    private static int sizeBits(ObjectDecl decl) {
        return switch (decl.type()) {
            case CNODE, UT -> Math.max(decl.bits(), 0);
            default -> 0;
        };
    }

    private static long paddr(ObjectDecl decl) {
        BigInteger paddr = decl.number(ParamKey.PADDR);
        return paddr == null ? -1 : Numbers.word(paddr);
    }

    private ThreadSpec thread(ObjectRef tcb) {
        ObjectDecl decl = tcb.decl();
        int priority = (int) Math.min(number(decl, ParamKey.PRIO, 0), 255);
        int maxPriority = (int) Math.min(number(decl, ParamKey.MAX_PRIO, 255), 255);
        Param resume = decl.param(ParamKey.RESUME);
        boolean run = resume == null
                || !(resume.source().getValue() instanceof WordValue word) || !word.getWord().equalsIgnoreCase("False");
        return new ThreadSpec(priority, maxPriority, (int) Math.min(number(decl, ParamKey.DOM, 0), 255),
                ipcBuffer(tcb), number(decl, ParamKey.IP, 0), number(decl, ParamKey.SP, 0), init(decl),
                number(decl, ParamKey.FAULT_EP, 0), run);
    }

    private static long number(ObjectDecl decl, ParamKey key, long otherwise) {
        BigInteger number = decl.number(key);
        return number == null ? otherwise : Numbers.word(number);
    }

    /** {@code addr}, or where the frame of the IPC buffer slot is mapped. */
    private long ipcBuffer(ObjectRef tcb) {
        BigInteger address = tcb.decl().number(ParamKey.ADDR);
        if (address != null) {
            return Numbers.word(address);
        }
        Container slots = model.container(tcb);
        ObjectRef frame = slots == null ? null : slots.target(SymbolicSlot.IPC_BUFFER_SLOT.number());
        ObjectRef root = new VSpaces(model).root(tcb);
        if (frame == null || root == null) {
            return 0;
        }
        return new VSpaces(model).pages(root, (int) LayoutConverter.MOST).stream()
                .filter(page -> page.frame().equals(frame)).mapToLong(VSpaces.Page::address).findFirst().orElse(0);
    }

    private static List<Long> init(ObjectDecl decl) {
        Param init = decl.param(ParamKey.INIT);
        List<Long> words = new ArrayList<>();
        if (init != null && init.source().getValue() instanceof ListValue list) {
            for (ListItem item : list.getItems()) {
                if (item instanceof NumberItem number) {
                    words.add(Numbers.word(number.getFrom()));
                }
            }
        }
        return words;
    }

    /** Where an element starts. */
    static SourcePlace place(CapdlModel model, EObject element) {
        INode node = model.tree().node(element);
        if (node == null) {
            return SourcePlace.NONE;
        }
        int offset = model.tree().offset(node);
        return new SourcePlace(model.tree().line(offset), model.tree().column(offset));
    }
}
