package dev.trapwalk.debug.ui.memory;

import org.eclipse.debug.ui.memory.IMemoryRendering;
import org.eclipse.debug.ui.memory.IMemoryRenderingTypeDelegate;

/** Makes renderings of memory as kernel objects. */
public final class ObjectsRenderingFactory implements IMemoryRenderingTypeDelegate {

    @Override
    public IMemoryRendering createRendering(String id) {
        return ObjectsRendering.ID.equals(id) ? new ObjectsRendering() : null;
    }
}
