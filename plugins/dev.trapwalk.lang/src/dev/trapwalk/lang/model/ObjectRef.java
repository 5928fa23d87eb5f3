package dev.trapwalk.lang.model;

/**
 * One object: an element of an array, or a declaration's only object.
 *
 * @param decl the declaration, never null
 * @param index the element, or {@link ObjectDecl#SCALAR}
 */
public record ObjectRef(ObjectDecl decl, long index) {

    @Override
    public String toString() {
        return decl.display(index);
    }
}
