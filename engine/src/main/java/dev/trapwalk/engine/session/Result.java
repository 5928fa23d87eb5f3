package dev.trapwalk.engine.session;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a command.
 *
 * @param code OK, or why not
 * @param value present exactly when the code is OK
 * @param message in words for a person; empty when OK
 */
public record Result<T>(ResultCode code, Optional<T> value, String message) {

    public Result {
        if ((code == ResultCode.OK) != value.isPresent()) {
            throw new IllegalArgumentException("a result has a value exactly when it is OK");
        }
    }

    /** Success. */
    public static <T> Result<T> ok(T value) {
        return new Result<>(ResultCode.OK, Optional.of(value), "");
    }

    /** Failure. */
    public static <T> Result<T> failed(ResultCode code, String message) {
        return new Result<>(code, Optional.empty(), message);
    }

    /** Whether the command was done. */
    public boolean isOk() {
        return code == ResultCode.OK;
    }

    /** The value; throws with the message when there is none. For tests and callers that checked. */
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException(code + ": " + message));
    }

    /** The result with its value changed; a failure stays as it is. */
    public <U> Result<U> map(Function<T, U> change) {
        return isOk() ? ok(change.apply(get())) : failed(code, message);
    }
}
