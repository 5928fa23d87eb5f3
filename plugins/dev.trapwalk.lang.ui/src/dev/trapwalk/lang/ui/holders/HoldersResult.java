package dev.trapwalk.lang.ui.holders;

import dev.trapwalk.lang.ui.answer.Answer;

/** Who holds a capability. */
public final class HoldersResult extends Answer<HoldersQuery> {

    HoldersResult(HoldersQuery query) {
        super(query, null);
    }
}
