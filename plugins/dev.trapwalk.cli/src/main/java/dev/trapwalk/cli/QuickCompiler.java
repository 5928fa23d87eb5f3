package dev.trapwalk.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * Stops HotSpot's optimising compiler (C2) in a process that {@code java -jar} has started without options: on two
 * processors it takes one for itself, and what a person waits for is over before that has paid. As a program the jar
 * asks for the same from the start, with {@code -XX:TieredStopAtLevel=1}, which is better still.
 *
 * <p>Compiler control (JEP 165) is reached by names, as any monitoring tool does it; a Java that has none of this, or
 * refuses it, is only slower.
 */
final class QuickCompiler implements Runnable {

    private static final String DIRECTIVES = "[{ match: \"*.*\", c2: { Exclude: true } }]";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** Works in the background; reading arguments takes one processor only. */
    static void choose() {
        // What Java calls itself when it has the quick compiler only; to ask it properly takes a tenth of a second.
        if (!System.getProperty("java.vm.info", "").contains("emulated-client")) {
            Thread choice = new Thread(() -> new QuickCompiler().run(), "compiler choice");
            choice.setDaemon(true);
            choice.start();
        }
    }

    @Override
    public void run() {
        try {
            if (isTiered()) {
                Path directives = Files.createTempFile("trapwalk", ".json");
                try {
                    Files.writeString(directives, DIRECTIVES);
                    server.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "compilerDirectivesAdd",
                            new Object[] {new String[] {directives.toString()}}, new String[] {String[].class.getName()});
                } finally {
                    Files.deleteIfExists(directives);
                }
            }
        } catch (JMException | IOException | RuntimeException slower) {
            // Everything works without it.
        }
    }

    /** Without the quick compiler, what the other one leaves would be interpreted. */
    private boolean isTiered() throws JMException {
        CompositeData option = (CompositeData) server.invoke(new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                "getVMOption", new Object[] {"TieredCompilation"}, new String[] {String.class.getName()});
        return Boolean.parseBoolean((String) option.get("value"));
    }
}
