package dev.trapwalk.debug.core.memory;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.engine.session.expression.ExpressionException;
import dev.trapwalk.engine.session.query.Evaluator;
import dev.trapwalk.engine.session.state.StopState;
import dev.trapwalk.engine.session.state.ThreadSnapshot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.DebugException;

/**
 * What a person writes to have memory shown: an address, or an expression in the language of breakpoint conditions that
 * yields one. {@code physical:0x1000} is a physical address, {@code client:0x400000} one of the thread client; without
 * such a word an address of the kernel window is just that, and any other belongs to the thread that was selected, or is
 * a physical one if none was.
 *
 * @param space in which the address counts
 * @param address in bytes
 */
public record MemoryExpression(AddressSpace space, long address) {

    private static final String PHYSICAL = "physical";
    private static final Pattern SPACE = Pattern.compile("\\s*([\\w.\\-]+)\\s*:(?!:)\\s*(.*)", Pattern.DOTALL);

    /**
     * Reads an expression.
     *
     * @param selected the thread that it is meant for when it does not say so
     * @throws DebugException with what is wrong, for a person
     */
    public static MemoryExpression read(StopState stop, Optional<ThreadSnapshot> selected, String text)
            throws DebugException {
        Matcher named = SPACE.matcher(text);
        if (named.matches()) {
            AddressSpace space = named.group(1).equals(PHYSICAL) ? new AddressSpace.Physical()
                    : virtual(thread(stop, named.group(1)));
            return new MemoryExpression(space, address(stop, named.group(2)));
        }
        long address = address(stop, text);
        AddressSpace space = AddressSpace.inKernelWindow(address) ? new AddressSpace.KernelWindow()
                : selected.map(MemoryExpression::virtual).orElseGet(AddressSpace.Physical::new);
        return new MemoryExpression(space, address);
    }

    private static AddressSpace virtual(ThreadSnapshot thread) {
        return new AddressSpace.Virtual(thread.tcb(), thread.name());
    }

    private static ThreadSnapshot thread(StopState stop, String name) throws DebugException {
        return stop.threads().stream().filter(thread -> thread.name().equals(name)).findFirst()
                .orElseThrow(() -> failure(Messages.bind(Messages.noSuchThread, name)));
    }

    private static long address(StopState stop, String expression) throws DebugException {
        try {
            return Evaluator.word(stop, 0, expression);
        } catch (ExpressionException wrong) {
            throw failure(Messages.bind(Messages.noAddress, expression, wrong.getMessage()));
        }
    }

    static DebugException failure(String message) {
        return new DebugException(DebugCore.status(IStatus.ERROR, message, null));
    }
}
