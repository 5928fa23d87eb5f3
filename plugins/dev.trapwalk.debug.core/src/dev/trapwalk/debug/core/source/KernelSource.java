package dev.trapwalk.debug.core.source;

import dev.trapwalk.debug.core.csource.CPlaces;
import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.engine.session.state.Frame;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where kernel frames stand in the user's seL4 checkout. */
public final class KernelSource {

    private final Checkout checkout;

    private KernelSource(Checkout checkout) {
        this.checkout = checkout;
    }

    /** The checkout that counts for a frame's launch; empty if none was named. */
    public static Optional<KernelSource> of(WalkStackFrame frame) {
        return frame.getDebugTarget().kernelSource().map(KernelSource::new);
    }

    /** Reads the checkout if that has not been done; may take a second. */
    void prepare() {
        checkout.prepare();
    }

    /** The C file of a kernel frame. */
    Optional<Path> file(Frame frame) {
        return frame.function().flatMap(new CPlaces(checkout)::file);
    }

    /**
     * The line on which a kernel frame stands: its point, or the call of the frame above it. Answered from memory.
     *
     * @param stack the frames of its thread, innermost first
     */
    public OptionalInt line(Frame frame, List<Frame> stack) {
        if (frame.function().isEmpty()) {
            return OptionalInt.empty();
        }
        CPlaces places = new CPlaces(checkout);
        int index = stack.indexOf(frame);
        if (index > 0 && stack.get(index - 1).function().isPresent()) {
            return places.callLine(frame.function().get(), stack.get(index - 1).function().get());
        }
        return frame.point().map(passed -> places.line(passed.point())).orElse(OptionalInt.empty());
    }
}
