package dev.trapwalk.engine.api;

/** Word indices of an IPC buffer (seL4_IPCBuffer), 128 words of 8 bytes. */
public final class IpcBuffer {

    public static final int TAG = 0;
    /** First message word; message word i lies at {@code MESSAGE + i}. */
    public static final int MESSAGE = 1;
    public static final int USER_DATA = 121;
    /** First of three CPtrs to send, or received badges. */
    public static final int CAPS_OR_BADGES = 122;
    public static final int RECEIVE_CNODE = 125;
    public static final int RECEIVE_INDEX = 126;
    public static final int RECEIVE_DEPTH = 127;
    /** log2 of its size in bytes: it must not cross a page (seL4_IPCBufferSizeBits). */
    public static final int SIZE_BITS = 10;

    private IpcBuffer() {
    }
}
