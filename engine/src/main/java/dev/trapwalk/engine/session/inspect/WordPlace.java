package dev.trapwalk.engine.session.inspect;

/**
 * What a word of memory is.
 *
 * @param object what it belongs to: an object, a slot, the kernel's variables; null for memory that is nothing's
 * @param owner name of that
 * @param role which word of it; empty if that has no name
 * @param layout how it is to be read
 */
public record WordPlace(CapObject object, String owner, String role, WordLayout layout) {

    /** As in {@code root[9].cap, word 0} or {@code client.tsType}. */
    public String text() {
        return role.isEmpty() ? owner : owner.isEmpty() ? role : owner + "." + role;
    }
}
