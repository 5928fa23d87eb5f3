package dev.trapwalk.engine.session.run;

import java.util.concurrent.CompletableFuture;

import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Result;

/** A command with the promise of its answer. */
record Task(Command<?> command, CompletableFuture<Result<?>> promise) {
}
