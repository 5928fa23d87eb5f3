package dev.trapwalk.engine.api;

/** Error codes of invocations (seL4_Error); the ordinal is the number in the reply's label. */
public enum SyscallError {
    NO_ERROR("seL4_NoError"), INVALID_ARGUMENT("seL4_InvalidArgument"), INVALID_CAPABILITY("seL4_InvalidCapability"),
    ILLEGAL_OPERATION("seL4_IllegalOperation"), RANGE_ERROR("seL4_RangeError"), ALIGNMENT_ERROR("seL4_AlignmentError"),
    FAILED_LOOKUP("seL4_FailedLookup"), TRUNCATED_MESSAGE("seL4_TruncatedMessage"), DELETE_FIRST("seL4_DeleteFirst"),
    REVOKE_FIRST("seL4_RevokeFirst"), NOT_ENOUGH_MEMORY("seL4_NotEnoughMemory");

    private static final SyscallError[] ALL = values();

    private final String label;

    SyscallError(String label) {
        this.label = label;
    }

    /** seL4's number of this code. */
    public int number() {
        return ordinal();
    }

    /** libsel4's name. */
    public String label() {
        return label;
    }

    /** The code with a number, or null. */
    public static SyscallError of(long number) {
        return number >= 0 && number < ALL.length ? ALL[(int) number] : null;
    }
}
