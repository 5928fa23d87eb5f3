package dev.trapwalk.lang.ide.services.completion;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.model.Arch;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import java.util.List;

/**
 * Where content assist was asked for.
 *
 * @param document the text, which may be newer than its analysis
 * @param frame what the text before the place has opened
 * @param before index of the token in front of the word at the place; -1 at the beginning
 * @param next index of the token behind the word at the place
 */
public record Place(AnalysedDocument document, Frame frame, int before, int next) {

    /** Whether {@code sign} follows already: what is proposed need not bring it. */
    boolean isBefore(char sign) {
        return document.text().tokens().sign(following()) == sign;
    }

    /** Whether {@code word} follows already. */
    boolean isBefore(String word) {
        return document.text().tokens().is(following(), word);
    }

    /** Index of the token that follows, past comments. */
    int following() {
        Tokens tokens = document.text().tokens();
        int i = next;
        while (i < tokens.size() && tokens.kind(i) == Tokens.Kind.COMMENT) {
            i++;
        }
        return i;
    }

    /** Whether {@code sign} stands in front. */
    boolean isBehind(char sign) {
        return document.text().tokens().sign(before) == sign;
    }

    CapdlModel model() {
        return document.model();
    }

    Arch arch() {
        return document.model().arch();
    }

    /** Token {@code i} as written; empty when there is none. */
    String text(int i) {
        return i < 0 ? "" : document.text().tokens().text(i);
    }

    /** The object that token {@code i} names, or null. */
    ObjectDecl object(int i) {
        return i < 0 ? null : model().object(text(i));
    }

    /** What {@code decl} holds: of an array, what its first elements hold; null when nothing. */
    Container container(ObjectDecl decl) {
        List<Container> parts = decl == null ? List.of() : model().containers(decl);
        return parts.isEmpty() ? null : parts.get(0);
    }
}
