package dev.trapwalk.lang.ui;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** The brackets of layouts and scenarios. */
public final class CdlPairs extends DefaultCharacterPairMatcher {

    public CdlPairs() {
        super(new char[] {'{', '}', '(', ')', '[', ']', '<', '>'});
    }
}
