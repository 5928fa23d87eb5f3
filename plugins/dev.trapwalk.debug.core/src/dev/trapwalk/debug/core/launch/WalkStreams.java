package dev.trapwalk.debug.core.launch;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.SessionEvent.Output;
import dev.trapwalk.engine.session.SessionEvent.OutputKind;
import org.eclipse.core.runtime.ISafeRunnable;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;

/** What a session prints: the walk and log messages as output, notices of the session itself as errors. */
final class WalkStreams implements IStreamsProxy {

    private final Monitor output = new Monitor();
    private final Monitor notices = new Monitor();

    /** Prints nothing any more. */
    void silence() {
        output.silent = true;
        notices.silent = true;
    }

    void print(Output line) {
        (line.kind() == OutputKind.NOTICE ? notices : output).append(line(line.text()));
    }

    void printNotice(String text) {
        if (!text.isBlank()) {
            notices.append(line(text));
        }
    }

    private static String line(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return output;
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return notices;
    }

    @Override
    public void write(String input) {
        // A machine reads nothing from the console.
    }

    /** Keeps what was printed until a console listens. */
    private static final class Monitor implements IFlushableStreamMonitor {

        private final ListenerList<IStreamListener> listeners = new ListenerList<>();
        private final StringBuilder contents = new StringBuilder();
        private boolean buffered = true;
        private volatile boolean silent;

        synchronized void append(String text) {
            if (silent) {
                return;
            }
            if (buffered) {
                contents.append(text);
            }
            for (IStreamListener listener : listeners) {
                SafeRunner.run(new ISafeRunnable() {
                    @Override
                    public void run() {
                        listener.streamAppended(text, Monitor.this);
                    }

                    @Override
                    public void handleException(Throwable thrown) {
                        DebugCore.log(thrown.getMessage(), thrown);
                    }
                });
            }
        }

        @Override
        public void addListener(IStreamListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeListener(IStreamListener listener) {
            listeners.remove(listener);
        }

        @Override
        public synchronized String getContents() {
            return contents.toString();
        }

        @Override
        public synchronized void flushContents() {
            contents.setLength(0);
        }

        @Override
        public void setBuffered(boolean buffer) {
            buffered = buffer;
        }

        @Override
        public boolean isBuffered() {
            return buffered;
        }
    }
}
