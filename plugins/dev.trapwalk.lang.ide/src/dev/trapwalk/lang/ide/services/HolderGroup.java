package dev.trapwalk.lang.ide.services;

import java.util.List;
import org.eclipse.lsp4j.Location;

/**
 * What one thread holds of an object; the answer to {@code trapwalk/holders}.
 *
 * @param thread the thread, or a word for capabilities that no thread can address
 * @param entries its capabilities
 */
public record HolderGroup(String thread, List<Entry> entries) {

    /**
     * One capability.
     *
     * @param label all of it in one line
     * @param slot where it lies: {@code root[9]}
     * @param cptr its address in hexadecimal; empty when the thread cannot address it
     * @param depth bits that resolve it
     * @param rights {@code RWG}; empty when the object has none
     * @param badge in hexadecimal; empty when there is none
     * @param location the mapping that says so
     */
    public record Entry(String label, String slot, String cptr, int depth, String rights, String badge,
            Location location) {
    }
}
