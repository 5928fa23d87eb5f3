package dev.trapwalk.lang.ide.document;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One open document: its latest text, the last analysis, and the analysis to come. A change while an analysis is
 * awaited
 * keeps those who wait waiting: they get the analysis of the newest text, never of one that is gone.
 */
final class OpenDocument {
    private final ScheduledExecutorService worker;
    private final Analysing analyser;
    private final Consumer<AnalysedDocument> publisher;
    private TextSnapshot text;
    private AnalysedDocument last;
    private CompletableFuture<AnalysedDocument> next = new CompletableFuture<>();
    private ScheduledFuture<?> scheduled;
    private boolean closed;
    /** Counts what was to be analysed, also the same text with other settings: what began before that is stale. */
    private long generation;

    /** A document with its first text, which is not analysed before it is asked for or updated. */
    OpenDocument(TextSnapshot text, ScheduledExecutorService worker, Analysing analyser,
            Consumer<AnalysedDocument> publisher) {
        this.text = text;
        this.worker = worker;
        this.analyser = analyser;
        this.publisher = publisher;
    }

    synchronized TextSnapshot text() {
        return text;
    }

    synchronized AnalysedDocument last() {
        return last;
    }

    /** Sets a new text and plans its analysis in {@code pause} milliseconds. */
    synchronized void update(UnaryOperator<TextSnapshot> change, long pause) {
        text = change.apply(text);
        generation++;
        if (next.isDone()) {
            next = new CompletableFuture<>();
        }
        schedule(pause);
    }

    /** The analysis of the latest text, without further pause. */
    synchronized CompletableFuture<AnalysedDocument> analysed() {
        if (!next.isDone()) {
            schedule(0);
            // Whoever waits for an analysis wants to know what stands at a place, too.
            CompletableFuture.runAsync(text::tokens);
        }
        // A copy, so that a client that cancels its request does not cancel the analysis for everybody.
        return next.copy();
    }

    synchronized void close() {
        closed = true;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        next.cancel(false);
    }

    private void schedule(long pause) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        if (closed) {
            return;
        }
        try {
            scheduled = worker.schedule(this::run, pause, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The documents were closed meanwhile.
            next.cancel(false);
        }
    }

    private synchronized boolean isStale(long begun) {
        return closed || generation != begun;
    }

    private void run() {
        TextSnapshot current;
        long begun;
        synchronized (this) {
            current = text;
            begun = generation;
        }
        AnalysedDocument result = null;
        Throwable failure = null;
        try {
            result = analyser.analyse(current, last(), () -> isStale(begun));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Whoever waits must learn of it; brackets nested a thousand deep overflow a parser's stack.
            failure = e;
        }
        CompletableFuture<AnalysedDocument> awaited;
        synchronized (this) {
            last = result == null ? last : result;
            if (isStale(begun)) {
                return;
            }
            awaited = next;
            // From here on a change begins something new to wait for, though those who wait are still to be told.
            next = failure == null ? CompletableFuture.completedFuture(result) : CompletableFuture.failedFuture(failure);
        }
        if (failure != null) {
            awaited.completeExceptionally(failure);
        } else {
            awaited.complete(result);
            publisher.accept(result);
        }
    }
}
