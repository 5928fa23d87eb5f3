package dev.trapwalk.lang.model;

/**
 * Slots of a container: of each of the elements {@code low} to {@code high}, the slots {@code slot} to
 * {@code slot + count - 1}.
 *
 * @param container name of the container; the object may not exist
 * @param decl its declaration, or null when it does not exist
 */
public record SlotPlace(String container, ObjectDecl decl, long low, long high, long slot, long count) {

    /** How many slots. */
    public long total() {
        return Numbers.multiply(high - low + 1, count);
    }

    @Override
    public String toString() {
        String name = decl == null ? container : decl.display(low);
        return "(" + name + ", " + slot + ")";
    }
}
