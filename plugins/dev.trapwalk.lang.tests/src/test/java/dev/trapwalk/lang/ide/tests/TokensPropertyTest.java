package dev.trapwalk.lang.ide.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ide.syntax.Tokens;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Tokens of an edited text, most of which are those of the text before, are the ones that the whole text has. */
class TokensPropertyTest {

    /** An edit: where, as a part of the text, how much goes, what comes. */
    record Edit(int where, int gone, String come) {
    }

    @Property(tries = 1000)
    void editsKeepThem(@ForAll("texts") String text, @ForAll("edits") @Size(min = 1, max = 6) List<Edit> edits,
            @ForAll boolean walk) {
        String now = text;
        Tokens tokens = Tokens.of(now, walk);
        for (Edit edit : edits) {
            int at = now.isEmpty() ? 0 : edit.where % now.length();
            now = now.substring(0, at) + edit.come + now.substring(Math.min(now.length(), at + edit.gone));
            tokens = Tokens.of(now, walk, tokens);
            assertThat(written(tokens)).as(now).isEqualTo(written(Tokens.of(now, walk)));
        }
    }

    @Property(tries = 200)
    void soDoTextsThatHaveNothingInCommon(@ForAll("texts") String one, @ForAll("texts") String other,
            @ForAll boolean walk) {
        assertThat(written(Tokens.of(other, walk, Tokens.of(one, walk)))).isEqualTo(written(Tokens.of(other, walk)));
    }

    private static String written(Tokens tokens) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            written.append(tokens.start(i)).append(tokens.kind(i)).append('<').append(tokens.text(i)).append("> ");
        }
        return written.toString();
    }

    /** What begins, ends or might become one with a token beside it. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b-1", "x_", "0", "0x", "0x1", "12", "g", "_", "..", ".", "@", "\"", "\"s t\"", "--", "-", "//", "/",
                "/*", "*/", "*", "#", "\n", " ", "\t", "{", "}", "(", ",", "\u00e9", "\u20ac", "\ud83d\ude00", "\r\n", "\u00a0", "objects")
                .list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return texts().flatMap(come -> Arbitraries.integers().between(0, 200)
                .flatMap(where -> Arbitraries.integers().between(0, 12).map(gone -> new Edit(where, gone,
                        come.substring(0, Math.min(come.length(), 6))))))
                .list();
    }
}
