package dev.trapwalk.engine.kernel;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.Phase;

/** Creating kernel objects in untyped memory. */
public final class Objects extends KernelPart {

    static final KernelFunction GET_OBJECT_SIZE =
            KernelFunction.of(Objects.class, "getObjectSize", Phase.DECODE, "type:count", "userSize:count");
    static final KernelFunction CREATE_NEW_OBJECTS =
            KernelFunction.of(Objects.class, "createNewObjects", Phase.PERFORM, "type:count", "parent:slot", "destOffset:count", "destLength:count");

    public Objects(Kernel kernel) {
        super(kernel);
    }

    public int getObjectSize(ObjectType type, int userSize) {
        throw new NotModelledException("getObjectSize");
    }

    public void createNewObjects(ObjectType type, long parent, long destCNode, long destOffset,
            long destLength, long regionBase, int userSize, boolean deviceMemory) {
        throw new NotModelledException("createNewObjects");
    }
}
