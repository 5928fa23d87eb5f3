package dev.trapwalk.lang.ide.server;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.services.Services;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Requests about one document: each goes to the service of its concern. */
final class TextDocuments implements TextDocumentService {
    private final Documents documents;
    private final Services services;
    private final Requests requests;
    private final Runnable opened;

    TextDocuments(Documents documents, Services services, Requests requests, Runnable opened) {
        this.documents = documents;
        this.services = services;
        this.requests = requests;
        this.opened = opened;
    }

    void connect(LanguageClient client) {
        documents.listen(document -> client.publishDiagnostics(diagnostics(document)));
        documents.onClose(uri -> client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of())));
    }

    private PublishDiagnosticsParams diagnostics(AnalysedDocument document) {
        return new PublishDiagnosticsParams(document.uri(), services.diagnostics().diagnostics(document),
                document.text().version());
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        opened.run();
        TextDocumentItem item = params.getTextDocument();
        documents.open(new TextSnapshot(item.getUri(), item.getVersion(), item.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        Integer version = params.getTextDocument().getVersion();
        documents.change(params.getTextDocument().getUri(), text ->
                text.with(version == null ? text.version() + 1 : version, params.getContentChanges()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        documents.close(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // The text is known already.
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return requests.now(uri(params.getTextDocument()), Either.forLeft(List.of()), document ->
                Either.forRight(services.completion().complete(document, params.getPosition())));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return requests.on(uri(params.getTextDocument()), null,
                document -> services.hover().hover(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return requests.now(uri(params.getTextDocument()), null,
                document -> services.signatures().help(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return requests.on(uri(params.getTextDocument()), Either.forLeft(List.of()), document ->
                Either.forRight(services.definition().definition(document, params.getPosition())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        // Some clients leave the context out, although the protocol wants one: they get all there is.
        boolean declaration = params.getContext() == null || params.getContext().isIncludeDeclaration();
        return requests.on(uri(params.getTextDocument()), List.of(),
                document -> services.references().references(document, params.getPosition(), declaration));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return requests.now(uri(params.getTextDocument()), List.of(),
                document -> services.highlights().highlights(document, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return requests.on(uri(params.getTextDocument()), List.of(), document -> services.outline().outline(document)
                .stream().map(symbol -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol)).toList());
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return requests.on(uri(params.getTextDocument()), null, document -> {
            PrepareRenameResult result = services.rename().prepare(document, params.getPosition());
            return result == null ? null : Either3.forSecond(result);
        });
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return requests.edit(uri(params.getTextDocument()), null,
                document -> services.rename().rename(document, params.getPosition(), params.getNewName()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return requests.edit(uri(params.getTextDocument()), List.of(),
                document -> services.formatting().format(document, params.getOptions()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return requests.edit(uri(params.getTextDocument()), List.of(),
                document -> services.formatting().format(document, params.getRange(), params.getOptions()));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return requests.now(uri(params.getTextDocument()), List.of(), services.folding()::folding);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return requests.now(uri(params.getTextDocument()), new SemanticTokens(List.of()),
                services.semanticTokens()::full);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return requests.now(uri(params.getTextDocument()), new SemanticTokens(List.of()),
                document -> services.semanticTokens().range(document, params.getRange()));
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return requests.on(uri(params.getTextDocument()), List.of(), document -> services.codeActions()
                .actions(document, params.getRange(), params.getContext().getOnly()).stream()
                .map(action -> Either.<Command, CodeAction>forRight(action)).toList());
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return requests.on(uri(params.getTextDocument()), List.of(), services.codeLenses()::lenses);
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return requests.on(uri(params.getTextDocument()), List.of(), services.documentLinks()::links);
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return requests.on(uri(params.getTextDocument()), List.of(),
                document -> services.inlayHints().hints(document, params.getRange()));
    }

    private static String uri(TextDocumentIdentifier document) {
        if (document == null || document.getUri() == null) {
            throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.InvalidParams, Messages.format("request.document"), null));
        }
        return document.getUri();
    }
}
