package dev.trapwalk.debug.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

class WorkbenchStartsTest {

    @Test
    void everyBundleOfOursResolves() {
        List<Bundle> ours = Arrays.stream(FrameworkUtil.getBundle(getClass()).getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("dev.trapwalk.")).toList();
        assertThat(ours).extracting(Bundle::getSymbolicName).contains("dev.trapwalk.engine", "dev.trapwalk.lang",
                "dev.trapwalk.lang.ide", "dev.trapwalk.lang.ui", "dev.trapwalk.debug.core", "dev.trapwalk.debug.ui",
                "dev.trapwalk.examples");
        assertThat(ours).filteredOn(bundle -> bundle.getState() == Bundle.INSTALLED).isEmpty();
    }

    @Test
    void workbenchShowsTheDebugPerspective() throws Exception {
        PlatformUI.getWorkbench().showPerspective(IDebugUIConstants.ID_DEBUG_PERSPECTIVE,
                Workbench.page().getWorkbenchWindow());
        assertThat(Workbench.page().findView(IDebugUIConstants.ID_DEBUG_VIEW)).isNotNull();
        assertThat(coloursOf(Screenshot.of(Workbench.shell(), "workbench"))).hasSizeGreaterThan(20);
    }

    /** The distinct pixel values: a blank picture has one. */
    private static Set<Integer> coloursOf(ImageData picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                colours.add(picture.getPixel(x, y));
            }
        }
        return colours;
    }
}
