package dev.trapwalk.lang.ide.services;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.syntax.Frame;
import dev.trapwalk.lang.ide.syntax.Tokens;
import dev.trapwalk.lang.program.FunctionSpec;
import dev.trapwalk.lang.program.Libsel4;
import java.util.List;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;

/** The parameters of the libsel4 function that is being called, the present one marked. */
public final class SignatureService {

    /** The signature at {@code position}, or null outside of a call. */
    public SignatureHelp help(AnalysedDocument document, Position position) {
        Tokens tokens = document.text().tokens();
        Frame frame = document.text().syntax().after(tokens.before(document.text().offset(position)));
        while (frame != null && frame.kind() != Frame.Kind.ARGUMENTS) {
            frame = frame.outer();
        }
        FunctionSpec function = frame == null || frame.name() < 0 ? null
                : Libsel4.function(tokens.text(frame.name()));
        if (function == null) {
            return null;
        }
        SignatureInformation signature = new SignatureInformation(function.prototype());
        signature.setDocumentation(Libsel4.description(function));
        signature.setParameters(function.params().stream()
                .map(param -> new ParameterInformation(param.type() + " " + param.name())).toList());
        int last = Math.max(0, function.params().size() - 1);
        return new SignatureHelp(List.of(signature), 0, Math.min(frame.slot(), last));
    }
}
