package dev.trapwalk.lang.ide.syntax;

/** What a token is for. */
public enum Role {
    /** White space is no token, so this is a bracket, a comma, or something that fits nowhere. */
    NONE,
    COMMENT, NUMBER, STRING,
    /** {@code arch}, {@code objects}, {@code caps}, {@code child_of} ... in their place. */
    KEYWORD,
    /** The name after {@code arch}. */
    ARCH,
    /** An object's type. */
    TYPE,
    /** The name of an object where it is declared. */
    OBJECT_DECLARATION,
    /** The name of an object: target, container, part of a path. */
    OBJECT,
    /** The name of a capability where it gets it. */
    CAP_DECLARATION,
    /** The name of a capability. */
    CAP,
    /** The name of an object parameter, of a capability parameter, of a domain item. */
    PARAMETER,
    /** A word that is the value of a parameter, or a unit. */
    VALUE,
    /** Letters of R W G X P. */
    RIGHTS,
    /** A slot by name. */
    SLOT,
    /** A slot by number. */
    SLOT_NUMBER,
    /** A libsel4 function in a program. */
    FUNCTION,
    /** A C type in a program. */
    C_TYPE,
    /** A variable of a program where it is declared. */
    VARIABLE_DECLARATION,
    /** A variable of a program. */
    VARIABLE,
    /** A constant of libsel4. */
    CONSTANT
}
