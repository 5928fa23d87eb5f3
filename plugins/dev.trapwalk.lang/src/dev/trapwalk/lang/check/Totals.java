package dev.trapwalk.lang.check;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectSizes;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.model.ParamKey;
import java.math.BigInteger;

/** E25: more memory than the architecture can address, more objects than the loader's root CNode has slots. */
final class Totals implements Check {
    /** Slots of the root task's CNode as the loaders configure it for large systems (CONFIG_ROOT_CNODE_SIZE_BITS). */
    private static final int ROOT_CNODE_BITS = 18;
    private static final BigInteger[] POWERS = new BigInteger[65];

    static {
        for (int bits = 0; bits < POWERS.length; bits++) {
            POWERS[bits] = BigInteger.ONE.shiftLeft(bits);
        }
    }

    @Override
    public String id() {
        return "E25";
    }

    @Override
    public void check(CheckContext context) {
        BigInteger total = BigInteger.ZERO;
        ObjectDecl largest = null;
        BigInteger most = BigInteger.ZERO;
        for (ObjectDecl decl : context.model().objects()) {
            int bits = ObjectSizes.bits(decl, context.arch());
            if (bits < 0 || bits > 64 || decl.is(ObjectType.UT) || decl.param(ParamKey.PADDR) != null) {
                continue;
            }
            BigInteger bytes = decl.count() == 1 ? POWERS[bits] : POWERS[bits].multiply(BigInteger.valueOf(decl.count()));
            total = total.add(bytes);
            if (bytes.compareTo(most) > 0) {
                most = bytes;
                largest = decl;
            }
        }
        if (largest != null && total.bitLength() > context.arch().physicalBits()) {
            context.warning(largest.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E25.memory",
                    total.shiftRight(20) + " MiB", context.arch().keyword(), context.arch().physicalBits(),
                    largest.name(), most.shiftRight(20) + " MiB");
        }
        long objects = context.model().counts().objects();
        if (largest != null && objects >>> ROOT_CNODE_BITS != 0 && context.profile() != Profile.SIMULATOR) {
            context.info(largest.nameRef(), CapdlPackage.Literals.NAME_REF__NAME, "E25.objects", objects,
                    ROOT_CNODE_BITS);
        }
    }
}
