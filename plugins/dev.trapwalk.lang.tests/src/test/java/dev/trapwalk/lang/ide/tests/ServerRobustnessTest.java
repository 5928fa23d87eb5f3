package dev.trapwalk.lang.ide.tests;

import static dev.trapwalk.lang.ide.tests.Client.at;
import static dev.trapwalk.lang.ide.tests.Client.document;
import static dev.trapwalk.lang.ide.tests.Client.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.trapwalk.lang.tests.LayoutGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients do that they should not, and what they do faster than anyone thinks. */
class ServerRobustnessTest {
    private static final String URI = "file:///project/layout.cdl";
    private static final String LAYOUT = """
            arch x86_64
            objects { ep = ep  client = tcb  root = cnode (4 bits) }
            caps { root { 1: ep (RW) } client { cspace: root (guard_size: 60) } }
            """;

    private Client client;

    @BeforeEach
    void connect() throws Exception {
        client = new Client();
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 9\r\n\r\n{\"method\"", "Content-Length: nine\r\n\r\n", "Content-Length: 0\r\n\r\n",
            "Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}", "Content-Length: 4\r\n\r\nnull", "Content-Length: 3\r\n\r\n\"a\"",
            "Content-Length: 2\r\n\r\n{}", "Content-Length: 6\r\n\r\n{\"id\":"})
    void aMessageThatIsNoneIsSkipped(String bytes) throws Exception {
        open(LAYOUT);
        client.raw(bytes);
        assertAlive();
    }

    @Test
    void headersMayBeWrittenInLowerCase() throws Exception {
        open(LAYOUT);
        String message = "{\"jsonrpc\": \"2.0\", \"method\": \"textDocument/didChange\", \"params\": {\"textDocument\": {\"uri\": \""
                + URI + "\", \"version\": 2}, \"contentChanges\": [{\"text\": \"arch ia32\"}]}}";
        client.raw("content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: " + message.length()
                + "\r\n\r\n" + message);
        assertThat(client.diagnostics(URI, 2)).isNotNull();
    }

    @Test
    void anUnknownRequestIsRefusedAndAnUnknownNotificationSkipped() throws Exception {
        open(LAYOUT);
        client.notify("trapwalk/nothing", null);
        assertThat(errorOf(client.request("trapwalk/nothing", null))).isEqualTo(ResponseErrorCode.MethodNotFound.getValue());
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "[]", "{}", "{\"textDocument\": 7}", "{\"textDocument\": {\"uri\": null}}",
            "{\"textDocument\": {\"uri\": \"x.cdl\"}, \"position\": \"top\"}"})
    void parametersOfTheWrongTypeAreAnsweredWithAnError(String params) throws Exception {
        open(LAYOUT);
        JsonElement json = JsonParser.parseString(params);
        for (String method : List.of("textDocument/hover", "textDocument/rename", "textDocument/completion")) {
            assertThatThrownBy(() -> get(client.request(method, json))).as(method).isInstanceOf(ExecutionException.class);
        }
        client.notify("textDocument/didChange", json);
        client.notify("textDocument/didOpen", json);
        client.notify("textDocument/didClose", json);
        assertAlive();
    }

    @Test
    void placesOutsideOfTheTextAreTakenForTheNearest() throws Exception {
        open(LAYOUT);
        for (Position place : List.of(at(1_000_000, 0), at(0, 1_000_000), at(-1, -1), at(1, -5),
                at(Integer.MAX_VALUE, Integer.MAX_VALUE))) {
            for (CompletableFuture<?> answer : everything(place, new Range(place, at(0, 0)))) {
                // Nothing can be renamed there, which is an answer too.
                assertThat(errorOf(answer)).isNotIn(ResponseErrorCode.InternalError.getValue());
            }
        }
        client.change(URI, 2, new Range(at(900, 3), at(-1, -1)), "-- x\n");
        client.change(URI, 3, new Range(at(0, 0), at(0, 0)), "");
        assertThat(client.diagnostics(URI, 3)).isNotNull();
        assertAlive();
    }

    @Test
    void aRequestWhoseFileClosesIsToldSo() throws Exception {
        client.initialize(new InitializeParams());
        String large = LayoutGenerator.layout(3000, "x86_64", 1);
        client.open(URI, large);
        client.diagnostics(URI, 1);
        List<CompletableFuture<?>> pending = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            client.change(URI, 2 + i, new Range(at(0, 0), at(0, 0)), "-- remark\n");
            pending.add(service().documentSymbol(new DocumentSymbolParams(document(URI))));
        }
        service().didClose(new DidCloseTextDocumentParams(document(URI)));
        for (CompletableFuture<?> request : pending) {
            assertThat(errorOf(request)).isIn(null, ResponseErrorCode.ContentModified.getValue());
        }
        client.open(URI, LAYOUT);
        assertAlive();
    }

    @Test
    void aThousandQuickEditsEndInTheFindingsOfTheLast() throws Exception {
        client.initialize(new InitializeParams());
        String text = LayoutGenerator.layout(1000, "x86_64", 1);
        client.open(URI, text);
        int line = (int) text.lines().takeWhile(each -> !each.startsWith("caps")).count() + 1;
        for (int i = 1; i <= 1000; i++) {
            client.change(URI, 1 + i, new Range(at(line, 0), at(line, 0)), i == 1000 ? "x { 0: nobody }\n" : " ");
        }
        List<Diagnostic> last = client.diagnostics(URI, 1001);
        assertThat(last).anyMatch(found -> found.getMessage().contains("nobody"));
        // Those in between were dropped, not queued.
        assertThat(client.published()).isLessThan(500);
    }

    @Test
    void placesCountUtf16Units() throws Exception {
        open("-- \uD83D\uDE80\uD83D\uDE80 rockets\n" + LAYOUT);
        client.change(URI, 2, new Range(at(0, 3), at(0, 5)), "\uD835\uDD4Fx");
        client.change(URI, 3, new Range(at(2, 10), at(2, 12)), "e\u00e9");
        assertThat(client.diagnostics(URI, 3)).anyMatch(found -> found.getMessage().contains("ep"));
        client.change(URI, 4, new Range(at(2, 10), at(2, 12)), "/*\uD83D\uDE80*/ep");
        Hover hover = get(service().hover(new HoverParams(document(URI), at(2, 17))));
        assertThat(hover.getRange()).isEqualTo(new Range(at(2, 16), at(2, 18)));
    }

    @Test
    void symbolsAreFoundInFilesThatWereNeverOpened(@TempDir Path folder) throws Exception {
        InitializeParams params = new InitializeParams();
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "f")));
        Files.writeString(folder.resolve("a.cdl"), LAYOUT);
        Files.write(folder.resolve("broken.cdl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        client.initialize(params);
        assertThat(symbols("CLIENT")).containsExactly("client");
        Files.writeString(folder.resolve("a.cdl"), LAYOUT.replace("client", "clientele"));
        client.server().getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(
                new FileEvent(folder.resolve("a.cdl").toUri().toString(), FileChangeType.Changed))));
        assertThat(symbols("CLIENT")).containsExactly("clientele");
    }

    @Test
    void settingsAreAskedForAndTakenWhenTheyChange() throws Exception {
        InitializeParams params = new InitializeParams();
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setConfiguration(true);
        params.setCapabilities(new ClientCapabilities());
        params.getCapabilities().setWorkspace(workspace);
        client.setSettings(JsonParser.parseString("{\"suppressed\": [\"E01\"]}"));
        client.initialize(params);
        client.open(URI, LAYOUT.replace("1: ep", "1: nobody"));
        client.awaitDiagnostics(URI, found -> found.stream().noneMatch(each -> each.getCode().getLeft().equals("E01")));
        client.setSettings(JsonParser.parseString("{\"suppressed\": []}"));
        client.notify("workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": {}}"));
        client.awaitDiagnostics(URI, found -> found.stream().anyMatch(each -> each.getCode().getLeft().equals("E01")));
        client.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(
                JsonParser.parseString("{\"trapwalk\": {\"suppressed\": \"all\"}}")));
        assertThat(client.message().getMessage()).contains("suppressed").contains("all");
    }

    @Test
    void aRequestForReferencesWithoutItsContextGetsThemAll() throws Exception {
        open(LAYOUT);
        JsonElement params = JsonParser.parseString(
                "{\"textDocument\": {\"uri\": \"" + URI + "\"}, \"position\": {\"line\": 1, \"character\": 10}}");
        assertThat((List<?>) get(client.request("textDocument/references", params))).hasSize(2);
    }

    private List<CompletableFuture<?>> everything(Position place, Range range) {
        TextDocumentService documents = service();
        FormattingOptions options = new FormattingOptions(4, true);
        return List.of(documents.completion(new CompletionParams(document(URI), place)),
                documents.hover(new HoverParams(document(URI), place)),
                documents.signatureHelp(new SignatureHelpParams(document(URI), place)),
                documents.definition(new DefinitionParams(document(URI), place)),
                documents.references(new ReferenceParams(document(URI), place, new ReferenceContext(true))),
                documents.documentHighlight(new DocumentHighlightParams(document(URI), place)),
                documents.prepareRename(new PrepareRenameParams(document(URI), place)),
                documents.rename(new RenameParams(document(URI), place, "other")),
                documents.codeAction(new CodeActionParams(document(URI), range, new CodeActionContext(List.of()))),
                documents.rangeFormatting(new DocumentRangeFormattingParams(document(URI), options, range)),
                documents.inlayHint(new InlayHintParams(document(URI), range)),
                documents.semanticTokensRange(new SemanticTokensRangeParams(document(URI), range)));
    }

    private void open(String text) throws Exception {
        client.initialize(new InitializeParams());
        client.open(URI, text);
    }

    /** The server does what it is there for. */
    private void assertAlive() throws Exception {
        assertThat(get(service().hover(new HoverParams(document(URI), at(1, 10)))).getContents().getRight().getValue())
                .contains("ep");
        get(service().codeLens(new CodeLensParams(document(URI))));
        assertThat(get(service().semanticTokensFull(new SemanticTokensParams(document(URI)))).getData()).isNotEmpty();
        assertThat(get(service().formatting(
                new DocumentFormattingParams(document(URI), new FormattingOptions(4, true))))).isNotNull();
    }

    private List<String> symbols(String query) throws Exception {
        return get(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query))).getRight().stream()
                .map(WorkspaceSymbol::getName).toList();
    }

    /** The error that a request is answered with, or null. */
    private static Integer errorOf(CompletableFuture<?> answer) throws Exception {
        try {
            get(answer);
            return null;
        } catch (ExecutionException e) {
            return ((ResponseErrorException) e.getCause()).getResponseError().getCode();
        }
    }

    private TextDocumentService service() {
        return client.server().getTextDocumentService();
    }
}
