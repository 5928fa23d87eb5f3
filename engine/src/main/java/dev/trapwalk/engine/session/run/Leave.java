package dev.trapwalk.engine.session.run;

/** Leaves the kernel's Java stack from within the probe; the memory is restored from the journal afterwards. */
final class Leave extends RuntimeException {

    static final Leave NOW = new Leave();
    private static final long serialVersionUID = 1L;

    private Leave() {
        super(null, null, false, false);
    }
}
