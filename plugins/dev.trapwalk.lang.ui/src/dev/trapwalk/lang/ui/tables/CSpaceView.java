package dev.trapwalk.lang.ui.tables;

import dev.trapwalk.lang.ide.tables.CSpaceTable;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.Messages;

/** The slots of a thread's CSpace as the layout fills them. */
public final class CSpaceView extends LayoutTableView {
    public static final String ID = "dev.trapwalk.lang.ui.cspace"; //$NON-NLS-1$

    public CSpaceView() {
        super(new CSpaceTable(), ObjectType.CNODE, Messages.CSpace_Empty, 230, 170, 50, 240, 60, 170);
    }
}
