package dev.trapwalk.lang.model;

import java.math.BigInteger;

/** Numbers of a file as the tool takes them: modulo 2^64. What does not fit is reported by check E23. */
public final class Numbers {
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

    private Numbers() {
    }

    /** The value modulo 2^64, as the tool reads it. */
    public static BigInteger wrap(BigInteger value) {
        return value.bitLength() <= 64 && value.signum() >= 0 ? value : value.mod(WORD);
    }

    /** The wrapped value as a count or index; what exceeds 2^63 - 1 is as good as infinite. */
    public static long index(BigInteger value) {
        BigInteger wrapped = wrap(value);
        return wrapped.bitLength() <= 63 ? wrapped.longValue() : Long.MAX_VALUE;
    }

    /** The wrapped value as a machine word. */
    public static long word(BigInteger value) {
        return wrap(value).longValue();
    }

    /** Product of two counts, at most {@link Long#MAX_VALUE}. */
    public static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }

    /** Sum of two counts, at most {@link Long#MAX_VALUE}. */
    public static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
