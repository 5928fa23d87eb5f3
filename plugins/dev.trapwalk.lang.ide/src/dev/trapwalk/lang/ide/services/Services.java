package dev.trapwalk.lang.ide.services;

/** All services, for front ends. They hold no state, so one of each is enough. */
public record Services(DiagnosticService diagnostics, CompletionService completion, HoverService hover,
        DefinitionService definition, ReferenceService references, HighlightService highlights, RenameService rename,
        OutlineService outline, SemanticTokensService semanticTokens, FoldingService folding,
        FormattingService formatting, CodeActionService codeActions, CodeLensService codeLenses,
        SignatureService signatures, DocumentLinkService documentLinks, WorkspaceSymbolService workspaceSymbols,
        InlayHintService inlayHints) {

    /** One of each. */
    public Services() {
        this(new DiagnosticService(), new CompletionService(), new HoverService(), new DefinitionService(),
                new ReferenceService(), new HighlightService(), new RenameService(), new OutlineService(),
                new SemanticTokensService(), new FoldingService(), new FormattingService(), new CodeActionService(),
                new CodeLensService(), new SignatureService(), new DocumentLinkService(),
                new WorkspaceSymbolService(), new InlayHintService());
    }
}
