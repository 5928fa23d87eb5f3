package dev.trapwalk.lang.ide.server;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Documents;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers requests away from the thread that reads messages. A request that the client cancels is not begun. */
final class Requests {
    private final Documents documents;
    private final Executor executor;

    Requests(Documents documents, Executor executor) {
        this.documents = documents;
        this.executor = executor;
    }

    /** Answers from the analysis of the latest text; with {@code none} when the document is not open. */
    <T> CompletableFuture<T> on(String uri, T none, Function<AnalysedDocument, T> service) {
        return answer(documents.analysed(uri), none, service);
    }

    /** Answers from the latest text and the last analysis there is, without waiting for the next one. */
    <T> CompletableFuture<T> now(String uri, T none, Function<AnalysedDocument, T> service) {
        return answer(documents.latest(uri), none, service);
    }

    /** Answers without a document. */
    <T> CompletableFuture<T> run(Supplier<T> service) {
        return CompletableFuture.supplyAsync(service, executor);
    }

    private <T> CompletableFuture<T> answer(CompletableFuture<AnalysedDocument> document, T none,
            Function<AnalysedDocument, T> service) {
        return document.thenApplyAsync(found -> found == null ? none : service.apply(found), executor);
    }
}
