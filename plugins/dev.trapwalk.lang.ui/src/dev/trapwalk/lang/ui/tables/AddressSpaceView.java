package dev.trapwalk.lang.ui.tables;

import dev.trapwalk.lang.ide.tables.AddressSpaceTable;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.Messages;

/** The memory of a thread as the layout maps it. */
public final class AddressSpaceView extends LayoutTableView {
    public static final String ID = "dev.trapwalk.lang.ui.addressspace"; //$NON-NLS-1$

    public AddressSpaceView() {
        super(new AddressSpaceTable(), ObjectType.FRAME, Messages.AddressSpace_Empty, 250, 80, 220, 60, 60, 260);
    }
}
