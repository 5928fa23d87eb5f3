package dev.trapwalk.lang.ide.tests;

import static dev.trapwalk.lang.ide.tests.Client.at;
import static dev.trapwalk.lang.ide.tests.Client.document;
import static dev.trapwalk.lang.ide.tests.Client.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.trapwalk.lang.ide.services.HolderGroup;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the server over streams as an editor does. */
class LanguageServerTest {
    private static final String URI = "file:///project/layout.cdl";
    private static final String LAYOUT = """
            arch x86_64
            objects {
                ep = ep
                client = tcb
                root = cnode (4 bits)
            }
            caps {
                root { 1: ep (RW) }
                client { cspace: root (guard_size: 60) }
            }
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

    @Test
    void startsWithoutARootAndSaysWhatItCan() throws Exception {
        InitializeParams params = new InitializeParams();
        params.setRootUri(null);
        params.setWorkspaceFolders(null);
        InitializeResult result = client.initialize(params);
        assertThat(result.getServerInfo().getName()).isEqualTo("trapwalk");
        assertThat(result.getCapabilities().getCompletionProvider()).isNotNull();
        assertThat(result.getCapabilities().getRenameProvider().getRight().getPrepareProvider()).isTrue();
    }

    @Test
    void anEditTurnsIntoAFindingAndBack() throws Exception {
        open(LAYOUT);
        assertThat(errors(client.diagnostics(URI, 1))).isEmpty();

        client.change(URI, 2, new Range(at(7, 14), at(7, 16)), "epp");
        assertThat(errors(client.diagnostics(URI, 2))).singleElement().satisfies(error -> {
            assertThat(error.getRange()).isEqualTo(new Range(at(7, 14), at(7, 17)));
            assertThat(error.getCode().getLeft()).isEqualTo("E01");
            assertThat(error.getMessage()).contains("epp").contains("Did you mean 'ep'");
        });

        client.change(URI, 3, new Range(at(7, 14), at(7, 17)), "ep");
        assertThat(errors(client.diagnostics(URI, 3))).isEmpty();
    }

    @Test
    void theQuickFixOfAFindingMendsIt() throws Exception {
        open(LAYOUT.replace("1: ep", "1: epp"));
        Diagnostic error = errors(client.diagnostics(URI, 1)).get(0);
        List<CodeAction> actions = get(client.server().getTextDocumentService().codeAction(new CodeActionParams(
                document(URI), error.getRange(), new CodeActionContext(List.of(error))))).stream()
                .map(action -> action.getRight()).toList();
        CodeAction first = actions.get(0);
        assertThat(first.getIsPreferred()).isTrue();
        assertThat(apply(LAYOUT.replace("1: ep", "1: epp"), first.getEdit())).isEqualTo(LAYOUT);
    }

    @Test
    void contentAssistKnowsWhatATcbSlotTakes() throws Exception {
        open(LAYOUT.replace("guard_size: 60) }", "guard_size: 60) cspace:  }"));
        assertThat(complete(8, 51)).containsExactly("root");
    }

    @Test
    void contentAssistFollowsAKeystrokeThatIsNotAnalysedYet() throws Exception {
        open(LAYOUT);
        client.diagnostics(URI, 1);
        client.change(URI, 2, new Range(at(7, 22), at(7, 22)), " 2: ro");
        assertThat(complete(7, 28)).containsExactly("root");
    }

    @Test
    void renamesAnObjectEverywhere() throws Exception {
        open(LAYOUT);
        WorkspaceEdit edit = get(client.server().getTextDocumentService()
                .rename(new RenameParams(document(URI), at(4, 5), "cnode_client")));
        assertThat(apply(LAYOUT, edit)).isEqualTo(LAYOUT.replace("root", "cnode_client"));
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        open(LAYOUT);
        assertThatThrownBy(() -> get(client.server().getTextDocumentService()
                .rename(new RenameParams(document(URI), at(4, 5), "ep"))))
                .hasMessageContaining("'ep' exists already");
    }

    @Test
    void formatsAndLeavesTheMeaningAlone() throws Exception {
        String text = "arch x86_64 objects{a=ep b=cnode(4 bits)\n}caps{b{0:a(R,W)}\n}";
        open(text);
        List<? extends TextEdit> edits = get(client.server().getTextDocumentService()
                .formatting(new DocumentFormattingParams(document(URI), new FormattingOptions(4, true))));
        assertThat(TextEdits.apply(text, edits)).isEqualTo("""
                arch x86_64
                objects {
                    a = ep
                    b = cnode (4 bits)
                }
                caps {
                    b { 0: a (R, W) }
                }
                """);
    }

    @Test
    void goesFromACapabilityToItsObjectAndShowsWhoHoldsIt() throws Exception {
        open(LAYOUT);
        assertThat(get(client.server().getTextDocumentService()
                .definition(new DefinitionParams(document(URI), at(7, 15)))).getRight()).singleElement()
                .satisfies(link -> assertThat(link.getTargetRange()).isEqualTo(new Range(at(2, 4), at(2, 6))));
        assertThat(get(client.server().getTextDocumentService().hover(new HoverParams(document(URI), at(7, 15))))
                .getContents().getRight().getValue()).contains("| client | `0x1` | 64 | root[1] | RW |");
    }

    @Test
    void aMalformedMessageLeavesTheServerAlive() throws Exception {
        open(LAYOUT);
        client.raw("Content-Length: 12\r\n\r\n{\"jsonrpc\": ");
        client.raw("Content-Length: 2\r\n\r\n[]");
        client.raw("Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":5,\"params\":{}}");
        client.raw("Nonsense: 3\r\n\r\n");
        assertThat(complete(3, 13)).contains("tcb");
    }

    @Test
    void whoHoldsAnObjectIsAnswered() throws Exception {
        open(LAYOUT);
        List<HolderGroup> groups = get(client.server()
                .holders(new TextDocumentPositionParams(document(URI), at(2, 4))));
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.thread()).isEqualTo("client");
            assertThat(group.entries()).singleElement()
                    .satisfies(entry -> assertThat(entry.label()).isEqualTo("ep  RW  in root[1]  (cptr 0x1)"));
        });
    }

    @Test
    void anUnknownRequestAndOneWithoutADocumentGetAnswers() throws Exception {
        client.initialize(new InitializeParams());
        assertThat(get(client.server().getTextDocumentService()
                .hover(new HoverParams(document("file:///nowhere.cdl"), at(0, 0))))).isNull();
        assertThat(complete(0, 0)).isEmpty();
    }

    @Test
    void anExceptionInOneRequestLeavesTheServerAlive() throws Exception {
        open(LAYOUT);
        assertThatThrownBy(() -> get(client.request("trapwalk/holders", null)))
                .hasMessageContaining("NullPointerException").hasMessageContaining("The server goes on");
        assertThat(complete(3, 13)).contains("tcb");
    }

    @Test
    void anUnknownProfileIsAMessageAndAKnownOneIsTaken() throws Exception {
        open(LAYOUT);
        client.server().getWorkspaceService().didChangeConfiguration(
                new DidChangeConfigurationParams(JsonParser.parseString("{\"trapwalk\": {\"profile\": \"fast\"}}")));
        assertThat(client.message().getMessage()).contains("'fast'").contains("verified");
    }

    @Test
    void closingAFileTakesItsFindingsAway() throws Exception {
        open(LAYOUT.replace("1: ep", "1: epp"));
        assertThat(errors(client.diagnostics(URI, 1))).isNotEmpty();
        client.server().getTextDocumentService().didClose(new DidCloseTextDocumentParams(document(URI)));
        client.open(URI, LAYOUT);
        assertThat(errors(client.diagnostics(URI, 1))).isEmpty();
    }

    @Test
    void shutdownAndExitEndIt() throws Exception {
        client.initialize(new InitializeParams());
        get(client.server().shutdown());
        client.server().exit();
        assertThat(client.exitCode()).isZero();
    }

    @Test
    void aClientThatGoesWithoutShutdownEndsItWithOne() throws Exception {
        client.initialize(new InitializeParams());
        client.disconnect();
        assertThat(client.exitCode()).isEqualTo(1);
    }

    private void open(String text) throws Exception {
        client.initialize(new InitializeParams());
        client.open(URI, text);
    }

    private List<String> complete(int line, int character) throws Exception {
        var answer = get(client.server().getTextDocumentService()
                .completion(new CompletionParams(document(URI), at(line, character))));
        List<CompletionItem> items = answer.isLeft() ? answer.getLeft() : answer.getRight().getItems();
        return items.stream().map(CompletionItem::getLabel).collect(Collectors.toList());
    }

    private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(found -> found.getSeverity() == org.eclipse.lsp4j.DiagnosticSeverity.Error).toList();
    }

    private static String apply(String text, WorkspaceEdit edit) {
        return TextEdits.apply(text, edit.getChanges().get(URI));
    }
}
