package dev.trapwalk.lang.model.build;

import dev.trapwalk.lang.model.CapRun;
import dev.trapwalk.lang.model.ObjectSpan;
import java.util.List;

/**
 * One block of the caps section for some objects. The list of runs is shared by all parts of the block and still grows
 * while copies are resolved.
 */
record Part(ObjectSpan container, List<CapRun> runs) {
}
