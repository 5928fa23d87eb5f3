package dev.trapwalk.lang.ui.assist;

import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.model.ObjectType;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.ObjectIcons;
import java.util.Locale;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.link.ProposalPosition;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/** One completion item in the editor's list. */
final class ServiceProposal
        implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension6 {
    private final CompletionItem item;
    private final int start;
    private final int end;
    private final String indent;
    private final Snippet snippet;
    private Point selection;

    ServiceProposal(CompletionItem item, TextSnapshot text) {
        this.item = item;
        start = text.offset(item.getTextEdit().getLeft().getRange().getStart());
        end = text.offset(item.getTextEdit().getLeft().getRange().getEnd());
        indent = indent(text.text(), text.lines().start(text.lines().line(start)));
        String inserted = item.getTextEdit().getLeft().getNewText();
        snippet = item.getInsertTextFormat() == InsertTextFormat.Snippet
                ? Snippet.of(inserted.replace("\n", "\n" + indent))
                : new Snippet(inserted, java.util.List.of(), inserted.length());
    }

    private static String indent(String text, int line) {
        int end = line;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        try {
            IDocument document = viewer.getDocument();
            document.replace(start, Math.max(0, offset - start), snippet.text());
            selection = new Point(start + snippet.end(), 0);
            if (!snippet.stops().isEmpty()) {
                fillIn(viewer, document);
            }
        } catch (BadLocationException e) {
            // The text changed under the proposal; there is nothing left to insert into.
            LangUi.log(e);
        }
    }

    private void fillIn(ITextViewer viewer, IDocument document) throws BadLocationException {
        LinkedModeModel model = new LinkedModeModel();
        for (Snippet.Stop stop : snippet.stops()) {
            LinkedPositionGroup group = new LinkedPositionGroup();
            group.addPosition(stop.choices().isEmpty()
                    ? new LinkedPosition(document, start + stop.offset(), stop.length(), stop.order())
                    : new ProposalPosition(document, start + stop.offset(), stop.length(), stop.order(),
                            choices(stop)));
            model.addGroup(group);
        }
        model.forceInstall();
        LinkedModeUI ui = new EditorLinkedModeUI(model, viewer);
        ui.setExitPosition(viewer, start + snippet.end(), 0, Integer.MAX_VALUE);
        ui.enter();
        Point first = new Point(start + snippet.stops().get(0).offset(), snippet.stops().get(0).length());
        selection = first;
    }

    private ICompletionProposal[] choices(Snippet.Stop stop) {
        return stop.choices().stream().map(choice -> new org.eclipse.jface.text.contentassist.CompletionProposal(choice,
                start + stop.offset(), stop.length(), choice.length())).toArray(ICompletionProposal[]::new);
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            String typed = document.get(start, Math.max(0, offset - start)).toLowerCase(Locale.ROOT);
            return item.getLabel().toLowerCase(Locale.ROOT).contains(typed);
        } catch (BadLocationException e) {
            return false;
        }
    }

    /** Without a viewer nobody fills in the rest: the text is inserted as it is. */
    @Override
    public void apply(IDocument document) {
        try {
            document.replace(start, end - start, snippet.text());
            selection = new Point(start + snippet.end(), 0);
        } catch (BadLocationException e) {
            LangUi.log(e);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return selection;
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString text = new StyledString(item.getLabel());
        if (item.getDetail() != null && !item.getDetail().isEmpty()) {
            text.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public Image getImage() {
        return switch (item.getKind()) {
            case Class, Variable, Snippet -> ObjectIcons.of(type());
            case Property, Reference -> ObjectIcons.of(SymbolKind.Property, null);
            case Function -> ObjectIcons.of(SymbolKind.Function, null);
            case Keyword -> ObjectIcons.of(SymbolKind.Namespace, null);
            default -> null;
        };
    }

    /** The object type that the proposal is about: named by it, or by what is said about it. */
    private ObjectType type() {
        ObjectType labelled = ObjectType.of(item.getLabel().replace("= ", ""));
        String detail = item.getDetail() == null ? "" : item.getDetail();
        ObjectType described = ObjectType.of(detail.replaceAll(",.*", ""));
        return described != null ? described : labelled;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // Nothing is shown for a proposal before it is taken.
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // See selected.
    }
}
