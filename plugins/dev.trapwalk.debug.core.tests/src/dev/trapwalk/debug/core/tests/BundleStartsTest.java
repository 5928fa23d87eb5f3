package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

class BundleStartsTest {

    @Test
    void debuggerModelStartsAndIsWiredToNoUserInterface() throws Exception {
        Bundle model = Platform.getBundle("dev.trapwalk.debug.core");
        model.start();
        assertThat(model.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(reachableFrom(model.adapt(BundleWiring.class), new TreeSet<>())).contains("dev.trapwalk.engine")
                .noneMatch(name -> name.startsWith("org.eclipse.swt") || name.startsWith("org.eclipse.jface")
                        || name.startsWith("org.eclipse.ui"));
    }

    /** The names of all bundles whose classes these wires can bring in. */
    private static Set<String> reachableFrom(BundleWiring wiring, Set<String> names) {
        for (BundleWire wire : wiring.getRequiredWires(null)) {
            if (names.add(wire.getProvider().getSymbolicName())) {
                reachableFrom(wire.getProviderWiring(), names);
            }
        }
        return names;
    }
}
