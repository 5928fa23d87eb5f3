package dev.trapwalk.engine.kernel.arch;

import dev.trapwalk.engine.kernel.ExceptionStatus;
import dev.trapwalk.engine.kernel.InvocationPart;
import dev.trapwalk.engine.kernel.Kernel;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Pml4Cap;

/** Base of the decoders that map something: checks the VSpace that the message's first extra capability is for. */
abstract class MappingPart extends InvocationPart {

    private final Cap vspaceCap = new Cap();
    /** The PML4 to map into; valid once {@link #takeVSpaceCap} succeeded. */
    protected long vspace;
    /** Its ASID, as its capability says. */
    protected long asid;

    MappingPart(Kernel kernel) {
        super(kernel);
    }

    /** Reads the VSpace capability of the message; false if it cannot be mapped into. */
    protected final boolean takeVSpaceCap(MapTarget points) {
        vspaceCap.load(memory, extraCap(0));
        if (!check(points.validRoot(), kernel.vspace().isValidNativeRoot(vspaceCap), vspaceCap.word0)) {
            return false;
        }
        vspace = kernel.capRegions().cap_get_capPtr(vspaceCap);
        asid = Pml4Cap.MAPPED_ASID.get(vspaceCap);
        return true;
    }

    /**
     * Whether the ASID still belongs to that VSpace.
     *
     * @return NONE or SYSCALL_ERROR
     */
    protected final ExceptionStatus checkAsid(MapTarget points) {
        ExceptionStatus found = kernel.x86().asids().findVSpaceForASID(asid);
        if (!check(points.asidFound(), found == ExceptionStatus.NONE, asid)) {
            return failedLookup(false);
        }
        if (!check(points.sameVSpace(), kernel.x86().asids().foundVSpace() == vspace, asid, vspace)) {
            return invalidCapability(1);
        }
        return ExceptionStatus.NONE;
    }
}
