package dev.trapwalk.engine.kernel;

/** The machine reached something that this engine does not model. It stops there; it never pretends. */
public final class NotModelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the kernel function, as in {@code handleVMEntryFail}, or the configuration option
     */
    public NotModelledException(String what) {
        super("not modelled: " + what);
    }
}
