package dev.trapwalk.engine.session.query;

import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.state.PathLog;

/**
 * Finds the check that decided a refusal: from the function that returned the error down into the one it called for
 * the check that failed, as deep as the error was handed up.
 */
final class Cause {

    private final PathLog path;

    Cause(PathLog path) {
        this.path = path;
    }

    /**
     * Number of the deciding check, for the error that the call of decodeInvocation before point {@code reply}
     * returned.
     */
    int of(int reply) {
        for (int number = reply - 1; number > 0; number--) {
            if (path.point(number).kind() == KernelPoint.Kind.RETURN
                    && path.point(number).function().name().equals("decodeInvocation")) {
                return within(number);
            }
        }
        return lastFailed(reply);
    }

    private int lastFailed(int before) {
        for (int number = before - 1; number > 0; number--) {
            if (isFailed(number)) {
                return number;
            }
        }
        return before;
    }

    /** The deciding check within the activation that ends with a return. */
    private int within(int exit) {
        int depth = path.depth(exit);
        for (int number = exit - 1; number > 0 && !isEntry(number, depth); number--) {
            if (path.depth(number) == depth + 1 && path.point(number).kind() == KernelPoint.Kind.RETURN) {
                return within(number);
            }
            if (path.depth(number) == depth && isFailed(number)) {
                int callee = calleeFor(number);
                return callee == 0 ? number : within(callee);
            }
        }
        return lastFailed(exit);
    }

    /** The return of a function that was called for a failed check and itself failed a check; 0 if there is none. */
    private int calleeFor(int check) {
        int depth = path.depth(check);
        for (int number = check - 1; number > 0 && path.depth(number) > depth; number--) {
            if (path.depth(number) == depth + 1 && path.point(number).kind() == KernelPoint.Kind.RETURN) {
                return path.operand(number, 0) != 0 && failsWithin(number) ? number : 0;
            }
        }
        return 0;
    }

    private boolean failsWithin(int exit) {
        int depth = path.depth(exit);
        for (int number = exit - 1; number > 0 && !isEntry(number, depth); number--) {
            if (isFailed(number)) {
                return true;
            }
        }
        return false;
    }

    private boolean isEntry(int number, int depth) {
        return path.depth(number) == depth && path.point(number).kind() == KernelPoint.Kind.ENTRY;
    }

    private boolean isFailed(int number) {
        return path.point(number).kind() == KernelPoint.Kind.CHECK && !path.outcome(number);
    }
}
