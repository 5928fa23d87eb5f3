package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.CapPair;
import dev.trapwalk.lang.capdl.CapParam;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * What the parameters of a capability say. A number that is not given is null.
 *
 * @param rights mask of {@link Rights}; no rights given are empty rights, not all
 * @param mask rights kept by a copy, or -1 without {@code masked:}
 * @param badge badge of an endpoint or notification capability
 * @param guard guard of a CNode capability
 * @param guardSize number of guard bits
 * @param mapping the slot that {@code mapping:} names, or null
 * @param uncached whether a frame is mapped uncached
 * @param reply 1 for {@code reply}, 2 for {@code master_reply}, else 0
 */
public record CapAttributes(int rights, int mask, BigInteger badge, BigInteger guard, BigInteger guardSize,
        CapPair mapping, boolean uncached, int reply) {

    /** No parameters. */
    public static final CapAttributes NONE = new CapAttributes(0, -1, null, null, null, null, false, 0);

    /** Reads parameters; what makes no sense is left out here and reported by the check on parameters. */
    public static CapAttributes of(List<CapParam> params) {
        if (params.isEmpty()) {
            return NONE;
        }
        int rights = 0;
        int mask = -1;
        BigInteger badge = null;
        BigInteger guard = null;
        BigInteger guardSize = null;
        CapPair mapping = null;
        boolean uncached = false;
        int reply = 0;
        for (CapParam param : params) {
            String key = param.getWords().isEmpty() ? "" : param.getWords().get(0);
            switch (key) {
                case "masked" -> mask = (mask < 0 ? 0 : mask) | rightsOf(param.getRights());
                case "rights" -> rights |= rightsOf(param.getRights());
                case "badge" -> badge = badge == null ? param.getValue() : badge;
                case "guard" -> guard = guard == null ? param.getValue() : guard;
                case "guard_size" -> guardSize = guardSize == null ? param.getValue() : guardSize;
                case "mapping" -> mapping = param.getPair();
                case "uncached" -> uncached = true;
                case "reply" -> reply = 1;
                case "master_reply" -> reply = 2;
                default -> rights |= rightsOf(param.getWords());
            }
        }
        return new CapAttributes(rights, mask, badge, guard, guardSize, mapping, uncached, reply);
    }

    private static int rightsOf(List<String> words) {
        int rights = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int some = Rights.of(word) < 0 ? Rights.of(word.toUpperCase(Locale.ROOT)) : Rights.of(word);
            rights |= some < 0 ? 0 : some;
        }
        return rights;
    }

    /** These attributes with fewer rights, as a masked copy has them. */
    public CapAttributes masked(int kept) {
        return kept < 0 ? this
                : new CapAttributes(rights & kept, -1, badge, guard, guardSize, mapping, uncached, reply);
    }
}
