package dev.trapwalk.debug.ui.coverage;

import dev.trapwalk.debug.ui.Icon;
import dev.trapwalk.lang.ui.answer.Answer;

/** What scenarios take of the kernel. */
public final class CoverageResult extends Answer<CoverageQuery> {

    CoverageResult(CoverageQuery query) {
        super(query, Icon.LISTING.descriptor());
    }
}
