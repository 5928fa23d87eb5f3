package dev.trapwalk.lang.ide.server;

import dev.trapwalk.lang.ide.services.HolderGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** Requests beyond the protocol, all under {@code trapwalk/}. Clients may use this interface as it is. */
public interface LayoutRequests {

    /** Who holds capabilities to the object at a place, grouped by thread: more than {@code references} can say. */
    @JsonRequest("trapwalk/holders")
    CompletableFuture<List<HolderGroup>> holders(TextDocumentPositionParams params);
}
