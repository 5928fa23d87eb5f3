package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.ui.path.SyscallPathView;
import dev.trapwalk.debug.ui.view.Palette;
import dev.trapwalk.debug.ui.why.WhyView;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Direction;
import dev.trapwalk.engine.session.Place;
import dev.trapwalk.engine.session.breakpoint.Location;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twelve stops of one system call from the trap to the return, as pictures in the light and in the dark theme. */
class TourTest {


    private static final List<String> STOPS = List.of("handle_fastsyscall/entry", "c_handle_syscall/entry",
            "fastpath_call/extra_caps", "slowpath/entry", "handleInvocation/entry", "resolveAddressBits/guard_matches",
            "decodeInvocation/entry", "decodeCNodeInvocation/dest_empty", "cteInsert/entry", "schedule/entry",
            "restore_user_context/entry");

    private Example example;

    @BeforeEach
    void openTheExample() throws Exception {
        example = new Example("tour");
        example.open("cnode-copy.walk");
    }

    @AfterEach
    void close() throws Exception {
        Theme.light();
        example.close();
    }

    @Test
    void aTourInTheLightTheme() throws Exception {
        assertThat(brightness(tour("light"))).isGreaterThan(180);
        assertThat(Palette.FAST.color().getRGB()).isEqualTo(new RGB(38, 132, 84));
    }

    @Test
    void aTourInTheDarkTheme() throws Exception {
        Theme.dark();
        assertThat(brightness(tour("dark"))).isLessThan(90);
        assertThat(Palette.FAST.color().getRGB()).isEqualTo(new RGB(0x5c, 0xc0, 0x8a));
    }

    private ImageData tour(String name) throws Exception {
        example.debug("cnode-copy.walk", true);
        Workbench.waitUntil("stands at the start", () -> example.target().isSuspended()
                && example.target().stopState().isPresent());
        SyscallPathView path = (SyscallPathView) Workbench.page().showView(SyscallPathView.ID);
        WhyView why = (WhyView) Workbench.page().showView(WhyView.ID);
        ImageData picture = null;
        int number = 1;
        for (String stop : STOPS) {
            example.stopsAfter(() -> example.target().move(new Command.RunTo(
                    new Place.At(new Location.AtPoint(stop)), Direction.FORWARD), null));
            assertThat(example.target().stopState().orElseThrow().point().orElseThrow().point().id()).isEqualTo(stop);
            Workbench.waitUntil("the path shows " + stop, () -> path.points().stream()
                    .anyMatch(passed -> passed.point().id().equals(stop)));
            Workbench.waitUntil("why is told", () -> why.text().contains("Why not on the fastpath?"));
            picture = Screenshot.of(Workbench.shell(), picture(name, number++, stop));
        }
        example.stopsAfter(() -> example.target().move(new Command.RunTo(new Place.CallReturns(), Direction.FORWARD),
                null));
        assertThat(example.top().frame().isUser()).isTrue();
        return Screenshot.of(Workbench.shell(), picture(name, number, "return"));
    }

    private static String picture(String theme, int number, String stop) {
        return String.format(Locale.ROOT, "tour-%s-%02d-%s", theme, number, stop.replace('/', '-'));
    }

    /** Mean of red, green and blue over all pixels, 0..255. */
    private static double brightness(ImageData picture) {
        long sum = 0;
        for (int y = 0; y < picture.height; y += 4) {
            for (int x = 0; x < picture.width; x += 4) {
                RGB rgb = picture.palette.getRGB(picture.getPixel(x, y));
                sum += rgb.red + rgb.green + rgb.blue;
            }
        }
        return sum / 3.0 / ((picture.height + 3) / 4) / ((picture.width + 3) / 4);
    }
}
