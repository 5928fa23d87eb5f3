package dev.trapwalk.lang.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.xtext.parser.IParser;

/** Parses a text piece by piece. Takes what it can from the tree of an earlier text. */
final class PieceParser {
    private final IParser parser;
    private final String text;
    private final List<Cut> cuts;
    private final Map<String, Deque<Piece>> earlier = new HashMap<>();

    PieceParser(IParser parser, String text, List<Placed> earlier) {
        this.parser = parser;
        this.text = text;
        this.cuts = Cutter.cuts(text);
        for (Placed placed : earlier) {
            // A piece that stands twice in a text has two trees.
            this.earlier.computeIfAbsent(placed.piece().source(), key -> new ArrayDeque<>(1)).add(placed.piece());
        }
    }

    /** The pieces in the order of the text; together they are all of it. */
    List<Placed> parse() {
        Piece[] pieces = new Piece[cuts.size() + 1];
        int[] missing = earlier.isEmpty() ? IntStream.range(0, pieces.length).toArray() : takeOver(pieces);
        IntStream numbers = IntStream.of(missing);
        (missing.length > 1 ? numbers.parallel() : numbers).forEach(i -> pieces[i] = parse(source(i, i + 1)));
        List<Placed> placed = new ArrayList<>(pieces.length);
        for (int i = 0; i < pieces.length; i++) {
            int start = start(i);
            int base = i == 0 ? 0 : start - cuts.get(i - 1).block().begin().length();
            if (i < cuts.size() && !pieces[i].endsBehind(cuts.get(i).before() - base)) {
                // The parser has lost its way in here: all that follows depends on how it finds it again.
                String rest = source(i, pieces.length);
                Piece known = known(rest);
                placed.add(new Placed(known == null ? parse(rest) : known, start, base));
                break;
            }
            placed.add(new Placed(pieces[i], start, base));
        }
        return placed;
    }

    /** Sets the pieces that are known already; returns the numbers of the others. */
    private int[] takeOver(Piece[] pieces) {
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = known(source(i, i + 1));
        }
        return IntStream.range(0, pieces.length).filter(i -> pieces[i] == null).toArray();
    }

    private Piece known(String source) {
        Deque<Piece> known = earlier.get(source);
        return known == null ? null : known.poll();
    }

    private int start(int piece) {
        return piece == 0 ? 0 : piece > cuts.size() ? text.length() : cuts.get(piece - 1).offset();
    }

    private Piece parse(String source) {
        return new Piece(parser, source);
    }

    /** The text from piece {@code from} to before piece {@code to}, made whole. */
    private String source(int from, int to) {
        String begin = from == 0 ? "" : cuts.get(from - 1).block().begin();
        String end = to > cuts.size() ? "" : Block.END;
        int length = begin.length() + start(to) - start(from) + end.length();
        return new StringBuilder(length).append(begin).append(text, start(from), start(to)).append(end).toString();
    }
}
