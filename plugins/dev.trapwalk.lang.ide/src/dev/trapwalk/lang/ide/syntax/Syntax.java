package dev.trapwalk.lang.ide.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The role of each token of a text. Found by one pass over the tokens that never gives up, so that colours and content
 * assist follow every keystroke; the parser, which needs the whole text, says what is wrong with it.
 *
 * <p>{@link Scanner} makes the pass, {@link Frame} is what it knows at a place, {@link Role} what it finds.
 */
public final class Syntax {
    private final Tokens tokens;
    private final Role[] roles;
    private final Frame.Kind[] levels;
    private final BitSet items;
    private final boolean walk;

    private Syntax(Scanner scanned, Tokens tokens, boolean walk) {
        this.tokens = tokens;
        this.walk = walk;
        roles = scanned.roles();
        levels = scanned.levels();
        items = scanned.items();
    }

    /** The roles of {@code tokens}. */
    public static Syntax of(Tokens tokens, boolean walk) {
        Scanner scanner = new Scanner(tokens, walk, tokens.size());
        scanner.scan();
        return new Syntax(scanner, tokens, walk);
    }

    public Tokens tokens() {
        return tokens;
    }

    /** What token {@code i} is for. */
    public Role role(int i) {
        return roles[i];
    }

    /** Inside of which kind of bracket token {@code i} lies; a bracket lies outside of what it encloses. */
    public Frame.Kind level(int i) {
        return levels[i];
    }

    /** Whether token {@code i} begins an item of a section or block. */
    public boolean isItem(int i) {
        return items.get(i);
    }

    /** What may come after the first {@code count} tokens. */
    public Frame after(int count) {
        return new Scanner(tokens, walk, count).scan();
    }

    /** All tokens written {@code name} that have one of {@code wanted} as their role, in order. */
    public List<Integer> find(String name, Role... wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            if (tokens.is(i, name)) {
                for (Role role : wanted) {
                    if (roles[i] == role) {
                        found.add(i);
                    }
                }
            }
        }
        return found;
    }
}
