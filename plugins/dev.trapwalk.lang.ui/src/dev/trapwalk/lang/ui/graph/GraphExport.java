package dev.trapwalk.lang.ui.graph;

import dev.trapwalk.lang.ide.graph.DotWriter;
import dev.trapwalk.lang.ide.graph.GraphLayout;
import dev.trapwalk.lang.ide.graph.Picture;
import dev.trapwalk.lang.ide.graph.SvgWriter;
import dev.trapwalk.lang.ide.graph.TextWidths;
import dev.trapwalk.lang.ui.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes what the view shows to a file. */
public enum GraphExport {
    /** A drawing. */
    SVG("*.svg"), //$NON-NLS-1$
    /** A graph for Graphviz. */
    DOT("*.dot"); //$NON-NLS-1$

    private final String pattern;

    GraphExport(String pattern) {
        this.pattern = pattern;
    }

    /** Writes the picture; the SVG is laid out anew for the fonts that others have. */
    public void write(Picture picture, Path file) throws IOException {
        String text = this == DOT ? DotWriter.write(picture.graph())
                : SvgWriter.write(GraphLayout.place(picture.graph(), TextWidths::sans, () -> false));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Asks for a file and writes it. */
    void ask(Shell shell, Picture picture, String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setFilterExtensions(new String[] {pattern});
        dialog.setFileName(name + pattern.substring(1));
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            try {
                write(picture, Path.of(chosen));
            } catch (IOException e) {
                MessageDialog.openError(shell, Messages.Graph_Export, NLS.bind(Messages.Graph_ExportFailed, chosen,
                        e.getLocalizedMessage()));
            }
        }
    }
}
