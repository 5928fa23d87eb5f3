package dev.trapwalk.lang;

import dev.trapwalk.lang.parsing.Parsers;
import java.util.Locale;
import org.eclipse.xtext.parser.IParser;

/** Tells the languages apart. */
final class Languages {

    private Languages() {
    }

    /** The parser for a file: scenarios by their ending, capDL for everything else. */
    static IParser parser(String uri) {
        return isWalk(uri) ? Parsers.ofScenarios() : Parsers.ofLayouts();
    }

    static boolean isWalk(String uri) {
        return uri.toLowerCase(Locale.ROOT).endsWith(".walk");
    }
}
