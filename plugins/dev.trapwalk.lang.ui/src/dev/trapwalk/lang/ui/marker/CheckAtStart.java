package dev.trapwalk.lang.ui.marker;

import org.eclipse.ui.IStartup;

/** Starts the bundle with the workbench, and with it {@link FileChecks}: files have markers before anybody opens one. */
public final class CheckAtStart implements IStartup {

    @Override
    public void earlyStartup() {
        // That this class is loaded has started the bundle.
    }
}
