package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.debug.core.breakpoint.KernelBreakpoint;
import dev.trapwalk.debug.core.breakpoint.KernelBreakpoints;
import dev.trapwalk.debug.core.breakpoint.ScenarioLineBreakpoint;
import dev.trapwalk.debug.core.breakpoint.WalkBreakpoint;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.script.LocationText;
import dev.trapwalk.examples.ExampleProject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * What a person does in a workbench of its own that {@link ClosingTest} starts; nothing in any other. Whatever goes
 * wrong is in the log of that workbench, where the test looks for it.
 */
public final class StartedByTest implements IStartup {

    /** System property: {@link #DEBUG}, {@link #LOOK}, or none. */
    static final String TASK = "trapwalk.tests.task";
    /** System property: file to write what was seen into. */
    static final String RESULT = "trapwalk.tests.result";
    /** Sets breakpoints, debugs until the machine stops at one, and closes the workbench in the middle of it. */
    static final String DEBUG = "debug";
    /** Looks which breakpoints there are. */
    static final String LOOK = "look";

    /** Edits a scenario while its machine stands, closes and thinks better of it; lets it run, closes and saves. */
    static final String EDIT = "edit";
    /** What is written at the beginning of the scenario and of the layout. */
    static final String EDITED = "-- edited";

    /** A layout that is edited, too. */
    static final String LAYOUT = "layout.cdl";

    private static final int LOOK_MILLIS = 50;

    private final List<String> seen = new ArrayList<>();

    @Override
    public void earlyStartup() {
        String task = System.getProperty(TASK, "");
        if (task.isEmpty()) {
            return;
        }
        try {
            if (task.equals(DEBUG)) {
                debugUntilTheFirstStop();
            }
            if (task.equals(EDIT)) {
                editAndClose();
            } else {
                seen.addAll(KernelBreakpoints.all().stream().map(StartedByTest::describe).sorted().toList());
            }
            tell();
        } catch (Exception failed) {
            ILog.get().error(failed.toString(), failed);
        }
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> PlatformUI.getWorkbench().close());
    }

    private void tell() throws IOException {
        Files.write(Path.of(System.getProperty(RESULT)), seen);
    }

    private static void debugUntilTheFirstStop() throws Exception {
        IFile file = ExampleProject.create("closing", new NullProgressMonitor()).getFile("cnode-copy.walk");
        KernelBreakpoint breakpoint = KernelBreakpoints.set(LocationText.read("point decodeCNodeInvocation/entry"));
        breakpoint.change(WalkBreakpoint.CONDITION, "length == 5");
        KernelBreakpoints.set(LocationText.read("fault VMFault")).setEnabled(false);
        new ScenarioLineBreakpoint(file, 42).change(WalkBreakpoint.THREADS, "client");
        WalkDebugTarget target = (WalkDebugTarget) WalkConfigurations.of(file)
                .launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor()).getDebugTarget();
        while (!target.isSuspended() || target.stopState().orElseThrow().hits().isEmpty()) {
            Thread.sleep(20);
        }
    }

    private void editAndClose() throws Exception {
        IFile file = ExampleProject.create("closing", new NullProgressMonitor()).getFile("endless.walk");
        file.getProject().getFile(LAYOUT).create(new ByteArrayInputStream(
                "arch x86_64\nobjects { ep = ep }\ncaps { }\n".getBytes(StandardCharsets.UTF_8)), true,
                new NullProgressMonitor());
        WalkDebugTarget target = Endless.debug(file);
        while (!target.isSuspended()) {
            Thread.sleep(20);
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {
            ITextEditor editor = open(file);
            edit(editor);
            press("Cancel", () -> true, () -> { });
            seen.add("closed: " + PlatformUI.getWorkbench().close() + state(editor, target));
            ITextEditor layout = open(file.getProject().getFile(LAYOUT));
            edit(layout);
            target.resume();
            press("Save 2 of 2", () -> !target.isSuspended(), () -> {
                seen.add("asked" + state(editor, target) + ", layout " + saved(layout));
                tell();
            });
        });
    }

    private static void edit(ITextEditor editor) {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        document.set(EDITED + "\n" + document.get());
    }

    private static String state(ITextEditor editor, WalkDebugTarget target) {
        return ", scenario %s, machine %s".formatted(saved(editor), target.isSuspended() ? "stands" : "runs");
    }

    private static String saved(ITextEditor editor) {
        return editor.isDirty() ? "not saved" : "saved";
    }

    private static ITextEditor open(IFile file) {
        try {
            return (ITextEditor) IDE.openEditor(Workbench.page(), file);
        } catch (PartInitException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Presses a button as soon as the workbench asks what to do and something is so; does something before that. */
    private static void press(String text, BooleanSupplier so, Example.Action before) {
        Display.getCurrent().timerExec(LOOK_MILLIS, () -> {
            Button button = Stream.of(Display.getCurrent().getShells())
                    .flatMap(shell -> Widgets.all(shell, Button.class).stream())
                    .filter(each -> each.isVisible() && each.getText().replace("&", "").equals(text)).findFirst()
                    .orElse(null);
            if (button == null || !so.getAsBoolean()) {
                press(text, so, before);
                return;
            }
            try {
                before.run();
            } catch (Exception failed) {
                ILog.get().error(failed.toString(), failed);
            }
            Widgets.press(button);
        });
    }

    private static String describe(WalkBreakpoint breakpoint) {
        try {
            return breakpoint.placeText() + " | " + breakpoint.attribute(WalkBreakpoint.CONDITION) + " | "
                    + breakpoint.threads() + " | " + breakpoint.isEnabled();
        } catch (CoreException lost) {
            return lost.getMessage();
        }
    }
}
