package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.fail;

import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ui.LangUi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** The running workbench with one project, driven from the UI thread on which tests run. */
final class Ide {
    private static final long LIMIT_MILLIS = 60_000;

    private final IProject project;

    Ide() throws CoreException {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("layouts");
        if (!project.exists()) {
            project.create(null);
        }
        project.open(null);
        shell().setBounds(0, 0, 1280, 800);
        if (page().findView("org.eclipse.ui.internal.introview") != null) {
            page().hideView(page().findView("org.eclipse.ui.internal.introview"));
        }
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    /** Opens a new file with {@code text} as a person does, in the editor that its name leads to. */
    ITextEditor open(String name, String text) throws CoreException {
        IFile file = project.getFile(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (file.exists()) {
            file.delete(true, null);
        }
        file.create(new ByteArrayInputStream(bytes), true, null);
        return open(file);
    }

    static ITextEditor open(IFile file) throws PartInitException {
        return (ITextEditor) IDE.openEditor(page(), file);
    }

    IProject project() {
        return project;
    }

    static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    static ISourceViewer viewer(ITextEditor editor) {
        return (ISourceViewer) editor.getAdapter(org.eclipse.jface.text.ITextViewer.class);
    }

    /** Runs the event loop until the condition holds; fails after a minute, naming what it waited for. */
    static void waitUntil(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + LIMIT_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                fail("still not so: " + what);
            }
            pump();
        }
    }

    /** The analysis of what an editor shows, waited for: what a person waits for gives up after a second or two. */
    static AnalysedDocument analysed(ITextEditor editor) throws Exception {
        IDocument document = document(editor);
        waitUntil("the text is known", () -> LangUi.get().editorDocuments().of(document) != null);
        return LangUi.get().documents().analysed(LangUi.get().editorDocuments().of(document).text().uri())
                .get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Lets everything that is due happen: jobs, repaints. GTK's frame clock ticks on for seconds when nothing is due,
     * so only what was painted or took time counts.
     */
    static void settle() {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + 5_000;
        long[] quiet = {System.currentTimeMillis() + 400};
        Listener painted = event -> quiet[0] = Math.max(quiet[0], System.currentTimeMillis() + 250);
        display.addFilter(SWT.Paint, painted);
        try {
            while (System.currentTimeMillis() < Math.min(quiet[0], end)) {
                long begin = System.nanoTime();
                pump();
                if (System.nanoTime() - begin > 20_000_000 || !Job.getJobManager().isIdle()) {
                    quiet[0] = Math.max(quiet[0], System.currentTimeMillis() + 250);
                }
            }
        } finally {
            display.removeFilter(SWT.Paint, painted);
        }
    }

    private static void pump() {
        if (!Display.getCurrent().readAndDispatch()) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
        }
    }

    /** Saves what the display shows as a picture for a person to judge. */
    static void screenshot(String name) throws IOException {
        settle();
        Display display = Display.getCurrent();
        Image image = new Image(display, 1280, 800);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        Path folder = Path.of(System.getProperty("trapwalk.screenshots", "target/screenshots"));
        Files.createDirectories(folder);
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }
}
