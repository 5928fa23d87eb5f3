package dev.trapwalk.lang.ide.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.ide.document.LineIndex;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions of the protocol and offsets of a text. */
class LineIndexTest {
    private static final int FAR = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aColumnBehindTheEndOfItsLineIsTheEnd(String end) {
        LineIndex index = new LineIndex("ab" + end + end + "cd");
        assertThat(index.offset(new Position(0, 2))).isEqualTo(2);
        assertThat(index.offset(new Position(0, FAR))).isEqualTo(2);
        assertThat(index.offset(new Position(1, FAR))).isEqualTo(2 + end.length());
        assertThat(index.offset(new Position(2, FAR))).isEqualTo(4 + 2 * end.length());
        assertThat(index.offset(new Position(FAR, 1))).isEqualTo(4 + 2 * end.length());
        assertThat(index.offset(new Position(-1, FAR))).isEqualTo(0);
    }

    @Test
    void everyOffsetIsTheOneOfItsPosition() {
        String text = "arch x86_64\r\n\n-- \uD83D\uDE00 \robjects\n";
        LineIndex index = new LineIndex(text);
        for (int offset = 0; offset <= text.length(); offset++) {
            // Between the two characters of one line end there is no position of its own.
            if (offset == 0 || offset == text.length() || text.charAt(offset - 1) != '\r'
                    || text.charAt(offset) != '\n') {
                assertThat(index.offset(index.position(offset))).as("offset %d", offset).isEqualTo(offset);
            }
        }
    }
}
