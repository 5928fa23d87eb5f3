package dev.trapwalk.lang.export;

import dev.trapwalk.lang.model.CapAttributes;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.Rights;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Objects and capabilities as attributes of XML elements, under the names that the capDL tool has for them. */
final class XmlNames {

    private XmlNames() {
    }

    static String[] attributes(ObjectRef object) {
        ObjectDecl decl = object.decl();
        List<String> attributes = new ArrayList<>(List.of("id", object.toString(), "type", name(decl)));
        switch (decl.type()) {
            case TCB -> add(attributes, "domain", zero(decl.number(ParamKey.DOM)));
            case CNODE, UT -> add(attributes, "size", decl.number(ParamKey.BITS));
            case IRQ -> add(attributes, "size", BigInteger.ZERO);
            case FRAME -> add(attributes, "size", BigInteger.valueOf(decl.frameBits()));
            case IO_DEVICE -> add(attributes, "domain", decl.number(ParamKey.DOMAIN_ID));
            case ARM_IO_DEVICE -> add(attributes, "iospace", decl.number(ParamKey.IOSPACE));
            case IO_PT -> add(attributes, "level", decl.number(ParamKey.LEVEL));
            case ARM_SGI_SIGNAL -> {
                add(attributes, "irq", decl.number(ParamKey.IRQ));
                add(attributes, "target", decl.number(ParamKey.TARGET));
            }
            default -> {
                // The tool has no attributes for the others.
            }
        }
        add(attributes, "paddr", decl.number(ParamKey.PADDR));
        params(attributes, ParamTexts.params(decl));
        return attributes.toArray(String[]::new);
    }

    /** The {@code n}th capability of a run, or null when it designates nothing that exists. */
    static String[] attributes(CapRun run, long n) {
        boolean object = run.targets() != null && run.target().type() != null;
        if (!object && run.pseudo() == null) {
            return null;
        }
        CapAttributes given = run.attributes();
        String type = object ? capName(run) : pseudoName(run);
        List<String> attributes = new ArrayList<>(List.of("type", type, "slot", Long.toString(run.slot() + n), "id",
                object ? run.targets().get(n).toString() : "global" + type));
        if (run.targets(ObjectType.EP) || run.targets(ObjectType.NOTIFICATION) || run.targets(ObjectType.FRAME)) {
            attributes.addAll(List.of("rights", rights(given.rights())));
        }
        if (run.targets(ObjectType.EP) || run.targets(ObjectType.NOTIFICATION) || run.targets(ObjectType.SMC)) {
            add(attributes, "badge", zero(given.badge()));
        }
        if (run.targets(ObjectType.CNODE) && !run.target().isIrqNode()) {
            add(attributes, "guard", zero(given.guard()));
            add(attributes, "guardSize", zero(given.guardSize()));
        }
        if (given.uncached()) {
            attributes.addAll(List.of("cached", "False"));
        }
        params(attributes, CapTexts.params(run));
        return attributes.toArray(String[]::new);
    }

    private static String rights(int rights) {
        return rights == 0 ? "" : Rights.toString(rights).toLowerCase(Locale.ROOT);
    }

    private static BigInteger zero(BigInteger value) {
        return value == null ? BigInteger.ZERO : Numbers.wrap(value);
    }

    private static void add(List<String> attributes, String name, BigInteger value) {
        if (value != null) {
            attributes.addAll(List.of(name, value.toString()));
        }
    }

    private static void params(List<String> attributes, String params) {
        if (!params.isEmpty()) {
            attributes.addAll(List.of("params", params.substring(2, params.length() - 1)));
        }
    }

    private static String pseudoName(CapRun run) {
        return switch (run.pseudo()) {
            case IRQ_CONTROL -> "IRQControlCap";
            case ASID_CONTROL -> "ASIDControlCap";
            case IO_SPACE_MASTER -> "IOSpaceMasterCap";
            case DOMAIN -> "DomainCap";
            case SCHED_CONTROL -> "SchedControlCap";
        };
    }

    private static String capName(CapRun run) {
        return switch (run.target().type()) {
            case TCB -> run.attributes().reply() == 1 ? "ReplyCap" : run.attributes().reply() == 2 ? "MasterReplyCap"
                    : "TCBCap";
            case IRQ -> "IRQHandlerCap";
            case CNODE -> run.target().isIrqNode() ? "IRQHandlerCap" : "CNodeCap";
            case IOAPIC_IRQ -> "IRQIOAPICHandlerCap";
            case MSI_IRQ -> "IRQMSIHandlerCap";
            case ARM_IRQ -> "ARMIRQHandlerCap";
            case IO_DEVICE -> "IOSpaceCap";
            case ARM_IO_DEVICE -> "ARMIOSpaceCap";
            default -> name(run.target()) + "Cap";
        };
    }

    private static String name(ObjectDecl decl) {
        return switch (decl.type()) {
            case EP -> "Endpoint";
            case NOTIFICATION -> "Notification";
            case CNODE, IRQ -> "CNode";
            case UT -> "Untyped";
            case ASID_POOL -> "ASIDPool";
            case FRAME -> "Frame";
            case IO_PORTS -> "IOPorts";
            case IO_DEVICE -> "IODevice";
            case ARM_IO_DEVICE -> "ARMIODevice";
            case IO_PT -> "IOPT";
            case RTREPLY -> "RTReply";
            case IOAPIC_IRQ -> "IOAPICIrq";
            case MSI_IRQ -> "MSIIrq";
            case ARM_IRQ -> "ARMIrq";
            case STREAMID -> "ARMSID";
            case CONTEXTBANK -> "ARMCB";
            case SMC -> "ARMSMC";
            case ARM_SGI_SIGNAL -> "ARMSGISignal";
            case TCB, PT, PD, PML4, PDPT, PUD, PGD, VCPU, SC -> decl.type().keyword().toUpperCase(Locale.ROOT);
        };
    }
}
