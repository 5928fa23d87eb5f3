package dev.trapwalk.lang.model;

import java.util.List;
import org.eclipse.emf.ecore.EObject;

/**
 * Something that the model could not make sense of while it was built. A check turns it into a diagnostic.
 *
 * @param at the element it is about
 * @param arguments names and numbers for the message
 */
public record ModelProblem(Kind kind, EObject at, List<Object> arguments) {

    /** What went wrong; the arguments are given in brackets. */
    public enum Kind {
        /** No object of this name. [name] */
        UNKNOWN_OBJECT,
        /** No container of this name. [name] */
        UNKNOWN_CONTAINER,
        /** No container of this name, for a capability named from outside; harmless while unused. [name] */
        UNKNOWN_NAMED_CONTAINER,
        /** No capability of this name. [name] */
        UNKNOWN_CAP,
        /** An index that an array does not have. [name, size, index] */
        NO_SUCH_ELEMENT,
        /** An open range that begins behind the last element: the tool takes it for an empty list. [name, size, index] */
        NOTHING_THERE,
        /** An array without an index. [name, size] */
        NEEDS_INDEX,
        /** An index on a single object or capability. [name] */
        NOT_AN_ARRAY,
        /** A path through an untyped that nothing declares, although something else has its name. [untyped, other] */
        ANOTHER_IN_PATH,
        /** Several elements where one is meant. [name] */
        NOT_ONE,
        /** A parent without children that is no capability. [name] */
        UNUSED_PARENT,
        /** A word that is no symbolic slot. [word] */
        UNKNOWN_SLOT,
        /** An object declared twice. [name, first declaration] */
        DUPLICATE_OBJECT,
        /** An object of a dump that has the name of another one, in a run of objects. [name, first declaration] */
        DUPLICATE_IN_DUMP,
        /** A capability named twice. [name, first declaration] */
        DUPLICATE_CAP_NAME,
        /** A declaration with ranges instead of a number. [name] */
        ARRAY_FORM,
        /** An array of no objects. [name] */
        EMPTY_ARRAY,
        /** A path through something that is no untyped. [name, type] */
        NOT_AN_UNTYPED,
        /** New objects in the second body of an untyped. [name, untyped] */
        SECOND_BODY,
        /** An untyped declared again; its parameters count for nothing. [name] */
        REDECLARED_UNTYPED,
        /** Objects in the body of something that is no untyped. [type] */
        BODY_NOT_UNTYPED,
        /** An array of untypeds with a body. [name] */
        BODY_OF_ARRAY,
        /** A container whose type has no slots. [name, type] */
        NO_SLOTS,
        /** A positional mapping in a block with copies. [] */
        POSITIONAL_WITH_COPY,
        /** A name on a positional mapping. [name] */
        NAME_ON_POSITIONAL,
        /** A name for copies of all of an array of names. [name] */
        NAMED_COPY_OF_ALL,
        /** A copy of all capabilities of a name that one capability alone has too. [name] */
        COPY_OF_BOTH,
        /** One name for several capabilities, or a name with ranges: no name is found any more once one is used. [name] */
        NAME_OF_SEVERAL,
        /** Copies that depend on each other. [name] */
        CYCLIC_COPY,
        /** A copy of an empty slot. [name, slot] */
        COPY_OF_EMPTY
    }

    /** A problem with its arguments. */
    public static ModelProblem of(Kind kind, EObject at, Object... arguments) {
        return new ModelProblem(kind, at, List.of(arguments));
    }
}
