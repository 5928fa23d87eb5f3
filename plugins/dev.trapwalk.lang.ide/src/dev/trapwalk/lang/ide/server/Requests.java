package dev.trapwalk.lang.ide.server;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Documents;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Answers requests away from the thread that reads messages. A request that the client cancels is not begun; one whose
 * document is closed meanwhile, and an edit of a text that is gone, get the protocol's "content modified".
 */
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

    /** Answers with a change of the latest text: an error when that is not the latest any more. */
    <T> CompletableFuture<T> edit(String uri, T none, Function<AnalysedDocument, T> service) {
        return on(uri, none, document -> {
            T edit = service.apply(document);
            if (documents.text(uri) != document.text()) {
                throw contentModified("request.stale");
            }
            return edit;
        });
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
        return document.exceptionally(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            throw cause instanceof CancellationException ? contentModified("request.closed")
                    : new CompletionException(cause);
        }).thenApplyAsync(found -> found == null ? none : service.apply(found), executor);
    }

    private static ResponseErrorException contentModified(String key) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.ContentModified, Messages.format(key), null));
    }
}
