package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ide.syntax.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentLink;

/** Links to the files whose contents frames are filled with: {@code CDL_FrameFill_FileData "file"}. */
public final class DocumentLinkService {

    /** The links of a document. */
    public List<DocumentLink> links(AnalysedDocument document) {
        TextSnapshot text = document.text();
        Tokens tokens = text.tokens();
        List<DocumentLink> links = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.kind(i) == Tokens.Kind.STRING && tokens.is(i - 1, "CDL_FrameFill_FileData")
                    && tokens.end(i) - tokens.start(i) > 2) {
                String file = tokens.text(i).substring(1, tokens.text(i).length() - 1);
                String target = resolve(document.uri(), file);
                if (target != null) {
                    DocumentLink link = new DocumentLink(
                            text.range(tokens.start(i) + 1, tokens.end(i) - tokens.start(i) - 2), target);
                    link.setTooltip(Messages.format("link.file", file));
                    links.add(link);
                }
            }
        }
        return links;
    }

    /** The address of {@code file} beside the document, or null when it has none. */
    private static String resolve(String document, String file) {
        try {
            String target = URI.create(document).resolve(new URI(null, null, file, null)).toString();
            // Java forgets the empty host, which clients expect.
            return target.startsWith("file:/") && !target.startsWith("file://")
                    ? "file://" + target.substring("file:".length()) : target;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
