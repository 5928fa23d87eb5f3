package dev.trapwalk.lang.model;

import dev.trapwalk.lang.capdl.NameRef;
import dev.trapwalk.lang.capdl.ObjectDef;
import java.math.BigInteger;
import java.util.List;

/**
 * A declared object, or an array of objects that share one declaration: arrays are never expanded. Identity is that of
 * the declaration.
 */
public final class ObjectDecl {
    /** Index of an object that is not an element of an array. */
    public static final long SCALAR = -1;

    private final String name;
    private final ObjectType type;
    private final long size;
    private final NameRef nameRef;
    private final ObjectDef definition;
    private final List<Param> params;
    private final int bits;
    private final int frameBits;

    /**
     * @param type null when the file names a type that does not exist
     * @param size number of elements of an array, or {@link #SCALAR}
     * @param nameRef where its name stands
     * @param definition what follows '=', or null for an untyped that exists only as part of a path
     */
    public ObjectDecl(String name, ObjectType type, long size, NameRef nameRef, ObjectDef definition) {
        this.name = name;
        this.type = type;
        this.size = size;
        this.nameRef = nameRef;
        this.definition = definition;
        this.params = definition == null || definition.getParams().isEmpty() ? List.of()
                : Param.of(definition.getParams());
        // Asked for by many checks, once for each capability.
        BigInteger log = number(ParamKey.BITS);
        this.bits = log == null ? -1 : log.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
        BigInteger bytes = number(ParamKey.FRAME_SIZE);
        this.frameBits = bytes == null || bytes.bitCount() != 1 ? -1 : bytes.getLowestSetBit();
    }

    public String name() {
        return name;
    }

    /** Its type, or null when the file names one that does not exist. */
    public ObjectType type() {
        return type;
    }

    public boolean is(ObjectType other) {
        return type == other;
    }

    public boolean isArray() {
        return size != SCALAR;
    }

    /** Number of objects it stands for. */
    public long count() {
        return isArray() ? size : 1;
    }

    /** Where the name stands. */
    public NameRef nameRef() {
        return nameRef;
    }

    /** What follows '=', or null for an untyped that exists only as part of a path. */
    public ObjectDef definition() {
        return definition;
    }

    /** Its parameters as written, in order. */
    public List<Param> params() {
        return params;
    }

    /** The first parameter {@code key}, or null. */
    public Param param(ParamKey key) {
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).key() == key) {
                return params.get(i);
            }
        }
        return null;
    }

    /** The number of parameter {@code key} modulo 2^64, or null. */
    public BigInteger number(ParamKey key) {
        Param param = param(key);
        return param == null || param.value() == null ? null : Numbers.wrap(param.value());
    }

    /** {@code n bits}: log2 slots of a CNode or log2 bytes of an untyped; -1 when absent, at most 2^31 - 1. */
    public int bits() {
        return bits;
    }

    /** log2 bytes of a frame; -1 when it is not a power of two or not given. */
    public int frameBits() {
        return frameBits;
    }

    /** A CNode of size 0 is an interrupt's node for the tool. */
    public boolean isIrqNode() {
        return type != null && (type.isIrq() || type == ObjectType.CNODE && bits() == 0);
    }

    /** The object's name in messages: {@code f} or {@code f[3]}. */
    public String display(long index) {
        return index == SCALAR ? name : name + "[" + index + "]";
    }

    @Override
    public String toString() {
        return isArray() ? name + "[" + size + "]" : name;
    }
}
