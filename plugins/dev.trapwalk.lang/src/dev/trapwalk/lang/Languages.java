package dev.trapwalk.lang;

import com.google.inject.Injector;
import java.util.Locale;
import org.eclipse.xtext.parser.IParser;

/** The two parsers, set up once, outside of any Eclipse. */
final class Languages {

    private static final class Capdl {
        static final IParser PARSER = parser(new CapdlStandaloneSetup().createInjectorAndDoEMFRegistration());
    }

    private static final class Walk {
        static final IParser PARSER = parser(new WalkStandaloneSetup().createInjectorAndDoEMFRegistration());
    }

    private Languages() {
    }

    private static IParser parser(Injector injector) {
        return injector.getInstance(IParser.class);
    }

    /** The parser for a file: scenarios by their ending, capDL for everything else. */
    static IParser parser(String uri) {
        return isWalk(uri) ? Walk.PARSER : Capdl.PARSER;
    }

    static boolean isWalk(String uri) {
        return uri.toLowerCase(Locale.ROOT).endsWith(".walk");
    }
}
