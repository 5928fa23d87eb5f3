package dev.trapwalk.lang.model;

/**
 * Consecutive objects of one declaration, upwards or downwards ({@code f[0..3]}, {@code f[3..0]}, {@code e}).
 *
 * @param decl the declaration
 * @param first index of the first object, or {@link ObjectDecl#SCALAR}
 * @param step 1, -1, or 0 for one object repeated
 * @param count how many
 */
public record ObjectSpan(ObjectDecl decl, long first, int step, long count) {

    /** Smallest index. */
    public long low() {
        return step < 0 ? first - (count - 1) : first;
    }

    /** Largest index. */
    public long high() {
        return step > 0 ? first + (count - 1) : first;
    }

    /** The {@code n}th object. */
    public ObjectRef get(long n) {
        return new ObjectRef(decl, first + step * n);
    }

    /** {@code length} objects from the {@code from}th. */
    public ObjectSpan slice(long from, long length) {
        return new ObjectSpan(decl, first + step * from, step, length);
    }
}
