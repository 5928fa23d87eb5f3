package dev.trapwalk.debug.core.tests;

import dev.trapwalk.engine.boot.Scenario;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the engine's own tests have and this bundle's tests use: the stepping scripts and the scenarios they name. */
final class EngineTests {

    private static final Path CLASSES = Path.of(System.getProperty("trapwalk.engine.tests"));
    private static final Path SCRIPTS = CLASSES.resolve("dev/trapwalk/engine/session/scripts");

    private EngineTests() {
    }

    /** All stepping scripts. */
    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".script")).sorted().toList();
        }
    }

    /** The scenario that scripts call by that name. */
    static Scenario scenario(String name) {
        try (URLClassLoader tests = new URLClassLoader(new URL[] {url()}, EngineTests.class.getClassLoader())) {
            return (Scenario) tests.loadClass("dev.trapwalk.engine.session.scenario.Scenarios")
                    .getMethod("named", String.class).invoke(null, name);
        } catch (ReflectiveOperationException | IOException missing) {
            throw new AssertionError("the engine's tests are not compiled: " + CLASSES, missing);
        }
    }

    private static URL url() throws MalformedURLException {
        return CLASSES.toUri().toURL();
    }
}
