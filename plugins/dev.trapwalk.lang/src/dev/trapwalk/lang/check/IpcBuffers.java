package dev.trapwalk.lang.check;

import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.Numbers;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.Param;
import dev.trapwalk.lang.model.ParamKey;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.SymbolicSlot;
import dev.trapwalk.lang.model.VSpaces;
import java.util.List;

/** E12: IPC buffers that are not mapped where {@code addr} says, cannot be written, are misaligned or device memory. */
final class IpcBuffers implements Check {

    @Override
    public String id() {
        return "E12";
    }

    @Override
    public void check(CheckContext context) {
        VSpaces vspaces = new VSpaces(context.model());
        for (List<Container> parts : context.model().containers()) {
            for (Container container : parts) {
                if (container.decl().is(ObjectType.TCB)) {
                    check(context, vspaces, container);
                }
            }
        }
    }

    private static void check(CheckContext context, VSpaces vspaces, Container container) {
        CapRun buffer = container.at(SymbolicSlot.IPC_BUFFER_SLOT);
        ObjectRef frame = container.target(SymbolicSlot.IPC_BUFFER_SLOT.number());
        if (frame == null || !frame.decl().is(ObjectType.FRAME)) {
            return;
        }
        if (frame.decl().number(ParamKey.PADDR) != null) {
            context.info(buffer.source(), CapdlPackage.Literals.MAPPING__REF, "E12.device", frame);
        }
        Param address = container.decl().param(ParamKey.ADDR);
        if (address == null || address.value() == null) {
            return;
        }
        long where = Numbers.word(address.value());
        int align = context.arch().wordBits() == 64 ? 10 : 9;
        if ((where & (1L << align) - 1) != 0) {
            context.warning(address.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E12.aligned",
                    Long.toHexString(where), 1 << align);
        }
        ObjectRef root = vspaces.root(new ObjectRef(container.decl(), container.low()));
        if (root != null && root.decl().type() != null && root.decl().type().isPageTable()) {
            mapped(context, container.decl(), frame, where, vspaces.at(root, where), address);
        }
    }

    private static void mapped(CheckContext context, ObjectDecl tcb, ObjectRef frame, long where, VSpaces.Page page,
            Param address) {
        if (page == null) {
            context.warning(address.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E12.unmapped",
                    Long.toHexString(where), tcb.name(), frame);
        } else if (!page.frame().equals(frame)) {
            context.warning(address.source(), CapdlPackage.Literals.OBJECT_PARAM__VALUE, "E12.other",
                    Long.toHexString(where), page.frame(), frame);
        } else if ((page.run().attributes().rights() & Rights.WRITE) == 0) {
            context.warning(page.run().source(), CapdlPackage.Literals.MAPPING__REF, "E12.readOnly", frame, tcb.name());
        }
    }
}
