package dev.trapwalk.lang.parsing;

import dev.trapwalk.lang.capdl.CapItem;
import dev.trapwalk.lang.capdl.CapsSection;
import dev.trapwalk.lang.capdl.Module;
import dev.trapwalk.lang.capdl.ObjectEntry;
import dev.trapwalk.lang.capdl.ObjectsSection;
import dev.trapwalk.lang.capdl.Section;
import dev.trapwalk.lang.conversion.CapdlValueConverterService;
import dev.trapwalk.lang.parser.antlr.internal.InternalCapdlParser;
import dev.trapwalk.lang.parsing.QuickParser.Elements;
import dev.trapwalk.lang.services.CapdlGrammarAccess;
import java.util.Arrays;
import org.antlr.runtime.BitSet;
import org.antlr.runtime.IntStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IAstFactory;
import org.eclipse.xtext.parser.impl.DatatypeRuleToken;

/**
 * The generated parser, that makes elements and leaves out the tree of tokens around them. The first mistake ends it: what comes of
 * one is a matter of tokens. Serves one text after the other, on one thread.
 */
final class ElementsParser extends InternalCapdlParser {
    private final Words words;
    private final IAstFactory elements;
    /** For each rule that is being parsed, the number of its first token. */
    private int[] firsts = new int[64];
    private int depth;
    private int lastEntry;

    ElementsParser(CapdlGrammarAccess grammar, IAstFactory elements) {
        this(new Words(), grammar, elements);
    }

    private ElementsParser(Words words, CapdlGrammarAccess grammar, IAstFactory elements) {
        super(words, grammar);
        this.words = words;
        this.elements = elements;
    }

    /** The elements of a text, or null when there is a mistake in it. */
    Elements read(String text) {
        try {
            words.read(text);
            reset();
            depth = 0;
            lastEntry = -1;
            Module module = (Module) entryRuleModule();
            return new Elements(module, endsWithSection(module, text.length()) ? lastEntry : -1);
        } catch (RecognitionException | Mistake e) {
            return null;
        } finally {
            words.clear();
        }
    }

    /** Nothing follows the last section, so the text's last token is its bracket if it has one; and with entries it has. */
    private boolean endsWithSection(Module module, int length) {
        if (module.getSections().isEmpty() || words.end(words.size() - 1) < length) {
            return false;
        }
        Section last = module.getSections().get(module.getSections().size() - 1);
        return last instanceof ObjectsSection objects && !objects.getEntries().isEmpty()
                || last instanceof CapsSection caps && !caps.getItems().isEmpty();
    }

    @Override
    protected void registerRules(Grammar grammar) {
        // The rules of tokens, for their tree.
    }

    @Override
    protected void newCompositeNode(EObject grammarElement) {
        if (depth == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * depth);
        }
        firsts[depth++] = words.index();
    }

    @Override
    protected void afterParserOrEnumRuleCall() {
        depth--;
    }

    @Override
    protected void newLeafNode(Token token, EObject grammarElement) {
        // A leaf of the tree of tokens.
    }

    @Override
    protected void leaveRule() {
        // Ends a branch of that tree.
    }

    @Override
    protected EObject createModelElement(AbstractRule rule) {
        return elements.create(rule.getType().getClassifier());
    }

    @Override
    protected EObject createModelElementForParent(AbstractRule rule) {
        return elements.create(rule.getType().getClassifier());
    }

    @Override
    protected EObject createModelElement(EClassifier type) {
        return elements.create(type);
    }

    @Override
    protected EObject createModelElementForParent(EClassifier type) {
        return elements.create(type);
    }

    @Override
    protected EObject forceCreateModelElement(Action action, EObject value) {
        return elements.create(action.getType().getClassifier());
    }

    @Override
    protected void set(EObject element, String feature, Object value, String rule, INode node) {
        try {
            if (CapdlValueConverterService.isFill(rule)) {
                // As written, with blanks and comments: what the parser has put together is without.
                String written = words.text(words.end(firsts[depth - 1] - 1), words.end(words.index() - 1));
                elements.set(element, feature, written.strip(), null, null);
            } else {
                elements.set(element, feature, plain(value), rule, null);
            }
        } catch (ValueConverterException e) {
            throw Mistake.INSTANCE;
        }
    }

    @Override
    protected void add(EObject element, String feature, Object value, String rule, INode node) {
        try {
            elements.add(element, feature, plain(value), rule, null);
        } catch (ValueConverterException e) {
            throw Mistake.INSTANCE;
        }
        if (element instanceof Section && (value instanceof ObjectEntry || value instanceof CapItem)) {
            lastEntry = words.start(firsts[depth - 1]);
        }
    }

    /** What a rule has read that makes no element: of a single token, which is the rule, that token's text as it is. */
    private Object plain(Object value) {
        return value instanceof DatatypeRuleToken && words.index() == firsts[depth - 1] + 1 ? words.lastText() : value;
    }

    @Override
    public void recover(IntStream input, RecognitionException e) {
        throw Mistake.INSTANCE;
    }

    @Override
    public void reportError(RecognitionException e) {
        throw Mistake.INSTANCE;
    }

    @Override
    protected Object recoverFromMismatchedToken(IntStream input, int type, BitSet follow) {
        throw Mistake.INSTANCE;
    }
}
