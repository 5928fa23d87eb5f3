package dev.trapwalk.lang.parsing;

import com.google.inject.Provider;
import dev.trapwalk.lang.capdl.CapdlPackage;
import dev.trapwalk.lang.parser.antlr.CapdlAntlrTokenFileProvider;
import dev.trapwalk.lang.parser.antlr.WalkAntlrTokenFileProvider;
import dev.trapwalk.lang.parser.antlr.WalkParser;
import dev.trapwalk.lang.services.CapdlGrammarAccess;
import dev.trapwalk.lang.services.WalkGrammarAccess;
import dev.trapwalk.lang.walk.WalkPackage;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.AbstractAntlrParser;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.IAntlrTokenFileProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.UnorderedGroupHelper;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.BinaryGrammarResourceFactoryImpl;
import org.eclipse.xtext.service.GrammarProvider;

/**
 * The parser of each language, set up when it is first asked for. A parser serves any number of threads, and gives the trees
 * that the one of the language's Xtext set-up gives. That of layouts is a {@link QuickParser} too.
 */
public final class Parsers {

    private static final class Capdl {
        static final IParser PARSER = capdl();
    }

    private static final class Walk {
        static final IParser PARSER = walk();
    }

    private Parsers() {
    }

    /** The parser of layouts. */
    public static IParser ofLayouts() {
        return Capdl.PARSER;
    }

    /** The parser of scenarios. */
    public static IParser ofScenarios() {
        return Walk.PARSER;
    }

    private static IParser capdl() {
        CapdlGrammarAccess grammar = new CapdlGrammarAccess(grammar("dev.trapwalk.lang.Capdl", CapdlPackage.eINSTANCE));
        return assemble(new LayoutParser(grammar), grammar, new CapdlAntlrTokenFileProvider(), LayoutLexer::new);
    }

    private static IParser walk() {
        GrammarProvider provider = grammar("dev.trapwalk.lang.Walk", WalkPackage.eINSTANCE);
        WalkGrammarAccess grammar = new WalkGrammarAccess(provider, new CapdlGrammarAccess(provider));
        WalkParser parser = new WalkParser() {
            @Override
            protected NodeModelBuilder createNodeModelBuilder() {
                return new TreeBuilder();
            }
        };
        parser.setGrammarAccess(grammar);
        return assemble(parser, grammar, new WalkAntlrTokenFileProvider(), ScenarioLexer::new);
    }

    /** Reads a language's grammar, which its parser refers to, from where the generator has put it. */
    private static GrammarProvider grammar(String language, EPackage elements) {
        // The grammar names the package of its elements by address: known are those that were asked for once.
        EPackage.Registry.INSTANCE.put(elements.getNsURI(), elements);
        GrammarProvider provider = new GrammarProvider(language, () -> {
            XtextResourceSet resources = new XtextResourceSet();
            resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("xtextbin",
                    new BinaryGrammarResourceFactoryImpl());
            return resources;
        });
        provider.setClassLoader(Parsers.class.getClassLoader());
        return provider;
    }

    private static IParser assemble(AbstractAntlrParser parser, IGrammarAccess access, IAntlrTokenFileProvider tokens,
            Provider<Lexer> lexer) {
        AntlrTokenDefProvider names = new AntlrTokenDefProvider();
        names.setAntlrTokenFileProvider(tokens);
        UnorderedGroupHelper.Collector groups = new UnorderedGroupHelper.Collector(access);
        parser.setElementFactory(new TreeFactory());
        parser.setTokenDefProvider(names);
        parser.setLexerProvider(lexer);
        parser.setSyntaxErrorProvider(new SyntaxErrorMessageProvider());
        parser.setUnorderedGroupHelper(() -> new UnorderedGroupHelper(groups));
        return parser;
    }
}
