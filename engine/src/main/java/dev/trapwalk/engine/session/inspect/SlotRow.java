package dev.trapwalk.engine.session.inspect;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.object.CapType;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.session.state.MachineImage;

/**
 * A slot of a CNode with a capability, or several in a row that are empty.
 *
 * @param first index of the (first) slot
 * @param last index of the last slot; that of the first if it is one
 * @param empty whether nothing is in it
 */
public record SlotRow(int first, int last, boolean empty) {

    /** The rows of the CNode whose {@code 1 << radix} slots begin at a kernel window address. */
    public static List<SlotRow> of(MachineImage machine, long cnode, int radix) {
        List<SlotRow> rows = new ArrayList<>();
        int slots = 1 << radix;
        int from = 0;
        for (int i = 0; i < slots; i++) {
            if (CapType.of(machine.read(cnode + (long) i * Cte.BYTES)) != CapType.NULL) {
                addEmpty(rows, from, i - 1);
                rows.add(new SlotRow(i, i, false));
                from = i + 1;
            }
        }
        addEmpty(rows, from, slots - 1);
        return rows;
    }

    private static void addEmpty(List<SlotRow> rows, int first, int last) {
        if (first <= last) {
            rows.add(new SlotRow(first, last, true));
        }
    }
}
