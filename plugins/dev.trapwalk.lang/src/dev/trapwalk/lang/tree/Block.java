package dev.trapwalk.lang.tree;

import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** The sections that are long lists, and may be parsed in pieces. Their words are the reserved ones of capDL. */
enum Block {
    OBJECTS("objects"), CAPS("caps");

    /** What ends a section. */
    static final String END = "}";

    private static final Block[] ALL = values();

    private final String word;

    Block(String word) {
        this.word = word;
    }

    /** What a piece begins with that continues such a section. */
    String begin() {
        return word + "{";
    }

    /** The section that begins with the word from {@code start} to {@code end}, or null. */
    static Block of(String text, int start, int end) {
        for (Block block : ALL) {
            if (end - start == block.word.length() && text.startsWith(block.word, start)) {
                return block;
            }
        }
        return null;
    }

    /** Whether {@code leaf} is the bracket that ends such a section. */
    static boolean isEnd(ILeafNode leaf) {
        return leaf.getGrammarElement() instanceof Keyword keyword && keyword.getValue().equals(END)
                && NodeModelUtils.findActualSemanticObjectFor(leaf) instanceof dev.trapwalk.lang.capdl.Section;
    }
}
