package dev.trapwalk.lang.ide.document;

import dev.trapwalk.lang.ide.syntax.Syntax;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** One version of a document's text. Immutable; tokens and their roles are found when first asked for. */
public final class TextSnapshot {
    private final String uri;
    private final int version;
    private final String text;
    private final LineIndex lines;
    private volatile Tokens tokens;
    private volatile Syntax syntax;
    /** Those of a text before this one, until this one's own are known; or null. */
    private volatile Tokens earlier;

    /**
     * A text.
     *
     * @param uri where the document lives, as the client wrote it; one that ends with {@code .walk} is a scenario
     * @param version the client's number; later texts have larger numbers
     */
    public TextSnapshot(String uri, int version, String text) {
        this.uri = uri;
        this.version = version;
        this.text = text;
        this.lines = new LineIndex(text);
    }

    /** This text after {@code changes}, in their order. Each is a range and its new text, or a whole new text. */
    public TextSnapshot with(int newVersion, List<TextDocumentContentChangeEvent> changes) {
        TextSnapshot changed = this;
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            int start = range == null ? 0 : changed.offset(range.getStart());
            int end = range == null ? changed.text.length() : Math.max(start, changed.offset(range.getEnd()));
            changed = changed.replace(newVersion, start, end - start, change.getText());
        }
        return changed;
    }

    /** This text with {@code length} characters from {@code offset} on replaced. */
    public TextSnapshot replace(int newVersion, int offset, int length, String replacement) {
        TextSnapshot changed = new TextSnapshot(uri, newVersion,
                text.substring(0, offset) + replacement + text.substring(offset + length));
        Tokens found = tokens;
        changed.earlier = found == null ? earlier : found;
        return changed;
    }

    public String uri() {
        return uri;
    }

    public int version() {
        return version;
    }

    public String text() {
        return text;
    }

    public LineIndex lines() {
        return lines;
    }

    /** Its tokens. */
    public Tokens tokens() {
        Tokens found = tokens;
        return found == null ? findTokens() : found;
    }

    /** Whoever asks while they are being found waits for them. */
    private synchronized Tokens findTokens() {
        if (tokens == null) {
            Tokens before = earlier;
            tokens = before == null ? Tokens.of(text, isWalk()) : Tokens.of(text, isWalk(), before);
            earlier = null;
        }
        return tokens;
    }

    /** What its tokens are for. */
    public Syntax syntax() {
        Syntax found = syntax;
        if (found == null) {
            found = Syntax.of(tokens(), isWalk());
            syntax = found;
        }
        return found;
    }

    /** Whether the document is a scenario; everything else is taken for a layout. */
    public boolean isWalk() {
        return uri.endsWith(".walk");
    }

    /** How its first line ends: what is added to a file from another system ends its lines as that does. */
    public String lineEnd() {
        int feed = text.indexOf('\n');
        int carriage = text.indexOf('\r');
        return carriage < 0 || feed >= 0 && feed < carriage ? "\n" : feed == carriage + 1 ? "\r\n" : "\r";
    }

    /** Offset of {@code position}. */
    public int offset(Position position) {
        return lines.offset(position);
    }

    /** The range from {@code offset}, {@code length} characters long. */
    public Range range(int offset, int length) {
        return lines.range(offset, length);
    }

    /** The range of token {@code i}. */
    public Range tokenRange(int i) {
        return lines.range(tokens().start(i), tokens().end(i) - tokens().start(i));
    }
}
