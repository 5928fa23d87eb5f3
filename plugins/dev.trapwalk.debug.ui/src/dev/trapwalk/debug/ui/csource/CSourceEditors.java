package dev.trapwalk.debug.ui.csource;

import dev.trapwalk.debug.core.csource.CPlaces;
import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.debug.core.csource.Checkouts;
import dev.trapwalk.debug.core.csource.ReadCheckout;
import dev.trapwalk.debug.ui.listing.PointAnnotations;
import dev.trapwalk.engine.point.KernelPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Text editors on C files of the user's seL4 checkout, in the workspace or outside. Whichever editor it is, breakpoints
 * at kernel points are drawn in its ruler.
 */
public final class CSourceEditors implements IPartListener2 {

    private static final Object KEY = new Object();
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private CSourceEditors() {
    }

    /** Looks after editors that are opened from now on, and those that are open; on the user interface thread. */
    public static void start() {
        if (PlatformUI.isWorkbenchRunning() && STARTED.compareAndSet(false, true)) {
            CSourceEditors listener = new CSourceEditors();
            for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
                window.getPartService().addPartListener(listener);
            }
        }
    }

    /** Whether a file name is that of a C file. */
    public static boolean isC(String name) {
        return name.endsWith(".c") || name.endsWith(".h"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** The editor that a person uses for such files, else the plain text editor. */
    public static String editorId(String name) {
        IEditorDescriptor editor = PlatformUI.getWorkbench().getEditorRegistry().getDefaultEditor(name);
        return editor != null && editor.isInternal() ? editor.getId() : EditorsUI.DEFAULT_TEXT_EDITOR_ID;
    }

    /** The file of an editor if it is a C file of a checkout. */
    public static Optional<Path> file(IWorkbenchPart part) {
        ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
        IEditorInput input = editor == null ? null : editor.getEditorInput();
        if (!(input instanceof IURIEditorInput uri) || !isC(input.getName())
                || !"file".equals(uri.getURI().getScheme())) { //$NON-NLS-1$
            return Optional.empty();
        }
        Path file = Path.of(uri.getURI());
        return checkout(file).map(checkout -> {
            attach(editor, checkout, file);
            return file;
        });
    }

    /** The checkout that a file lies in. */
    private static Optional<Checkout> checkout(Path file) {
        Optional<Checkout> checkout = Checkouts.all().stream().filter(each -> each.contains(file)).findFirst();
        checkout.filter(each -> !each.isReady()).ifPresent(ReadCheckout::start);
        return checkout;
    }

    /** The points at which a breakpoint on a line, 1-based, of a C file would stop. */
    public static List<KernelPoint> points(Path file, int line) {
        return checkout(file).map(checkout -> new CPlaces(checkout).points(file, line)).orElse(List.of());
    }

    private static void attach(ITextEditor editor, Checkout checkout, Path file) {
        IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        if (model instanceof IAnnotationModelExtension models && models.getAnnotationModel(KEY) == null) {
            CPlaces places = new CPlaces(checkout);
            models.addAnnotationModel(KEY, new PointAnnotations(point -> places.file(point.function())
                    .filter(file::equals).isPresent() ? places.line(point) : OptionalInt.empty()));
        }
    }

    @Override
    public void partOpened(IWorkbenchPartReference opened) {
        file(opened.getPart(false));
    }

    @Override
    public void partActivated(IWorkbenchPartReference activated) {
        file(activated.getPart(false));
    }
}
