package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.session.breakpoint.Location.AtPoint.Mode;
import java.util.function.Predicate;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown at a stop follows the theme at once, in both directions, without another step. */
class ThemeTest {

    private static final String HEADING = "Why not on the fastpath?";

    private Example example;

    @BeforeEach
    void stopInASystemCall() throws Exception {
        example = new Example("theme");
        Example.breakAt("decodeCNodeInvocation/entry", Mode.PASSED);
        example.debug("cnode-copy.walk");
        example.stopsIn("decodeCNodeInvocation");
        Workbench.page().showView(WhyView.ID);
        Workbench.waitUntil("the answer is shown", () -> answer() != null && time() != null);
    }

    @AfterEach
    void close() throws Exception {
        Theme.light();
        example.close();
    }

    @Test
    void answersAndHistoryIndicatorTakeTheColoursOfTheTheme() throws Exception {
        RGB light = Palette.ERROR.color().getRGB();
        assertColours();
        Theme.dark();
        assertThat(Palette.ERROR.color().getRGB()).isNotEqualTo(light);
        assertColours();
        Screenshot.of(Workbench.shell(), "theme-turned-dark");
        Theme.light();
        assertThat(Palette.ERROR.color().getRGB()).isEqualTo(light);
        assertColours();
        Screenshot.of(Workbench.shell(), "theme-turned-light");
    }

    private static void assertColours() {
        StyledText answer = answer();
        StyleRange heading = answer.getStyleRangeAtOffset(answer.getText().indexOf(HEADING));
        assertThat(heading.foreground.getRGB()).isEqualTo(Palette.ERROR.color().getRGB());
        assertThat(time().getForeground().getRGB()).isEqualTo(Palette.FAST.color().getRGB());
    }

    private static StyledText answer() {
        return shown(StyledText.class, text -> text.getText().contains(HEADING));
    }

    private static CLabel time() {
        return shown(CLabel.class, label -> label.getText().contains("mark 1."));
    }

    private static <T extends Control> T shown(Class<T> type, Predicate<T> wanted) {
        return Widgets.all(Workbench.page().getWorkbenchWindow().getShell(), type).stream()
                .filter(Control::isVisible).filter(wanted).findFirst().orElse(null);
    }
}
