package dev.trapwalk.engine.session.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answer to a command, for which a client that waits does not go to sleep at once: see {@link Patience}. */
final class Answer<T> extends CompletableFuture<T> {

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Answer<>();
    }

    @Override
    public T join() {
        Patience.until(this::isDone);
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Patience.until(this::isDone);
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        Patience.until(this::isDone);
        return super.get(timeout, unit);
    }
}
