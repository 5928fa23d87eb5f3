package dev.trapwalk.lang.ide.syntax;

import com.google.common.base.Strings;
import java.util.Arrays;

/**
 * The tokens of a text without white space, by the lexer of the grammar. They are there at every keystroke, also while
 * the text makes no sense, and are what content assist, folding and formatting go by.
 */
public final class Tokens {

    /** What a token is. Keywords of capDL are names: nearly all of them may also be names of objects. */
    public enum Kind {
        NAME, NUMBER, STRING, COMMENT, SIGN
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int size;

    private Tokens(String text, int guess) {
        this.text = text;
        starts = new int[guess];
        ends = new int[guess];
        kinds = new byte[guess];
    }

    /** The tokens of {@code text}; {@code walk} says that it is a scenario. */
    public static Tokens of(String text, boolean walk) {
        Tokens tokens = new Tokens(text, Math.max(16, text.length() / 5));
        new TokenReader(text, walk, 0).read(tokens::add);
        return tokens;
    }

    /**
     * The tokens of {@code text}, which is {@code earlier}'s but for one place: only there they are read anew. What the lexer
     * makes of a text is decided by the characters from there on, and by none behind the next blank except for what is
     * inside of the token.
     */
    public static Tokens of(String text, boolean walk, Tokens earlier) {
        int same = Strings.commonPrefix(earlier.text, text).length();
        int alike = Math.min(Strings.commonSuffix(earlier.text, text).length(),
                Math.min(earlier.text.length(), text.length()) - same);
        int blank = same - 1;
        while (blank >= 0 && text.charAt(blank) > ' ') {
            blank--;
        }
        Tokens tokens = new Tokens(text, earlier.size + 16);
        int kept = earlier.before(blank);
        while (kept > 0 && earlier.ends[kept - 1] > blank) {
            kept--;
        }
        tokens.take(earlier, 0, kept, 0);
        int shift = text.length() - earlier.text.length();
        new TokenReader(text, walk, kept == 0 ? 0 : earlier.ends[kept - 1]).read((start, end, kind) -> {
            int old = start < text.length() - alike ? -1 : earlier.startingAt(start - shift);
            if (old < 0) {
                return tokens.add(start, end, kind);
            }
            tokens.take(earlier, old, earlier.size, shift);
            return false;
        });
        return tokens;
    }

    private int startingAt(int offset) {
        return Arrays.binarySearch(starts, 0, size, offset);
    }

    /** Takes over tokens of an earlier text, which may stand elsewhere in this one. */
    private void take(Tokens earlier, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            add(earlier.starts[i] + shift, earlier.ends[i] + shift, KINDS[earlier.kinds[i]]);
        }
    }

    private boolean add(int start, int end, Kind kind) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = (byte) kind.ordinal();
        return true;
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    /** Offset of token {@code i}. */
    public int start(int i) {
        return starts[i];
    }

    /** Offset behind token {@code i}. */
    public int end(int i) {
        return ends[i];
    }

    public Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** The token as written. */
    public String text(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Whether token {@code i} is written {@code word}. */
    public boolean is(int i, String word) {
        return i >= 0 && i < size && ends[i] - starts[i] == word.length() && text.startsWith(word, starts[i]);
    }

    /** The only character of token {@code i}, or 0 when it is longer or a name, a number, a comment. */
    public char sign(int i) {
        return i >= 0 && i < size && ends[i] - starts[i] == 1 && kind(i) == Kind.SIGN ? text.charAt(starts[i]) : 0;
    }

    /** Number of tokens that begin before {@code offset}. */
    public int before(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    /** The token that holds {@code offset} or ends there, or -1; of two that touch, the name or number. */
    public int at(int offset) {
        int i = before(offset + 1) - 1;
        if (i >= 0 && starts[i] == offset && kind(i) == Kind.SIGN && i > 0 && ends[i - 1] == offset) {
            i--;
        }
        return i >= 0 && offset <= ends[i] ? i : -1;
    }
}
