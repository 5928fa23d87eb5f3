package dev.trapwalk.lang.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.ui.LangUi;
import dev.trapwalk.lang.ui.marker.DiagnosticMarkers;
import dev.trapwalk.lang.ui.marker.FileChecks;
import dev.trapwalk.lang.ui.preference.ProfilePreference;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files have their problems in the list of problems whether somebody has opened them or not. */
class FileMarkersTest {
    private static final String BROKEN = "arch x86_64\nobjects { ep = ep  root = cnode (4 bits) }\ncaps { root { 1: nobody } }\n";
    private static final String MENDED = BROKEN.replace("nobody", "ep (RW)");

    private Ide ide;

    @BeforeEach
    void start() throws CoreException {
        ide = new Ide();
    }

    @AfterEach
    void closeEditors() {
        Ide.page().closeAllEditors(false);
    }

    @Test
    void aFileIsMarkedWithoutBeingOpenedAndUnmarkedWhenItIsMended() throws Exception {
        Ide.page().showView("org.eclipse.ui.views.ProblemView");
        IFile file = write("unopened.cdl", BROKEN);
        Ide.waitUntil("the new file is marked", () -> errors(file).size() == 1);
        assertThat(errors(file).get(0).getAttribute(IMarker.MESSAGE, "")).contains("nobody");
        assertThat(errors(file).get(0).getAttribute(IMarker.LINE_NUMBER, 0)).isEqualTo(3);
        Ide.screenshot("markers-unopened");
        write("unopened.cdl", MENDED);
        Ide.waitUntil("the mended file is unmarked", () -> errors(file).isEmpty());
    }

    @Test
    void aScenarioAndAFileInAFolderAreMarkedToo() throws Exception {
        IFile scenario = write("unopened.walk", BROKEN + "program nothing { }\n");
        if (!ide.project().getFolder("deep").exists()) {
            ide.project().getFolder("deep").create(true, true, null);
        }
        IFile inside = write("deep/inside.cdl", BROKEN);
        Ide.waitUntil("both are marked", () -> errors(scenario).size() > 1 && errors(inside).size() == 1);
    }

    @Test
    void anOpenFileHasEachProblemOnce() throws Exception {
        IFile file = write("both.cdl", BROKEN);
        Ide.waitUntil("the file is marked", () -> errors(file).size() == 1);
        ITextEditor editor = Ide.open(file);
        Ide.document(editor).replace(0, 0, "-- a remark\n");
        Ide.waitUntil("the marker follows the text",
                () -> errors(file).stream().anyMatch(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == 4));
        editor.doSave(null);
        idle();
        assertThat(errors(file)).hasSize(1);
    }

    @Test
    void whenAnEditorClosesUnsavedWhatCountsIsTheFile() throws Exception {
        IFile file = write("unsaved.cdl", MENDED);
        ITextEditor editor = Ide.open(file);
        Ide.document(editor).set(BROKEN);
        Ide.waitUntil("the text is marked", () -> errors(file).size() == 1);
        Ide.page().closeEditor(editor, false);
        Ide.waitUntil("the file is not", () -> errors(file).isEmpty());
    }

    /** Problems are marked in jobs, which may have to wait for whoever else is at the file. */
    @Test
    void problemsOfATextThatWasNotSavedAreNotMarkedAfterItsEditorWasClosed() throws Exception {
        IFile file = write("late.cdl", MENDED);
        idle();
        DiagnosticMarkers markers = new DiagnosticMarkers(LangUi.get().services().diagnostics());
        markers.accept(new Analyser().apply(new TextSnapshot(file.getLocationURI().toString(), 1, BROKEN)));
        idle();
        assertThat(errors(file)).isEmpty();
    }

    @Test
    void aFileThatGetsAnotherNameTakesNoMarkersWithIt() throws Exception {
        IFile file = write("renamed.cdl", BROKEN);
        Ide.waitUntil("the file is marked", () -> errors(file).size() == 1);
        IFile other = ide.project().getFile("renamed.txt");
        other.delete(true, null);
        file.move(IPath.fromPortableString("renamed.txt"), true, null);
        Ide.waitUntil("it is no layout any more", () -> errors(other).isEmpty());
    }

    @Test
    void anotherProfileLooksAtFilesThatNobodyHasOpenedToo() throws Exception {
        IFile file = write("profile-closed.cdl",
                "arch x86_64\nobjects { c = cnode (1 bits)  e = ep }\ncaps { c { 2: e } }\n");
        IPreferenceStore store = LangUi.get().getPreferenceStore();
        idle();
        assertThat(errors(file)).isEmpty();
        store.setValue(ProfilePreference.KEY, Profile.RUST.keyword());
        try {
            Ide.waitUntil("the warning is an error", () -> errors(file).size() == 1);
        } finally {
            store.setToDefault(ProfilePreference.KEY);
        }
        Ide.waitUntil("the error is a warning again", () -> errors(file).isEmpty());
    }

    /** The workspace may be gone as soon as the checks are stopped. */
    @Test
    void checksThatAreStoppedHaveEndedAndBeginNoMore() throws Exception {
        IFile file = write("closing.cdl", ManyProcesses.layout(100));
        idle();
        Analyser analyser = new Analyser();
        FileChecks checks = new FileChecks(new Documents(analyser), analyser,
                new DiagnosticMarkers(LangUi.get().services().diagnostics()));
        CountDownLatch seen = new CountDownLatch(1);
        checks.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                await(seen);
            }
        });
        checks.start(file.getWorkspace());
        Ide.waitUntil("files are being checked", () -> checks.getState() == Job.RUNNING);
        seen.countDown();
        checks.stop(file.getWorkspace());
        assertThat(checks.getState()).isEqualTo(Job.NONE);
        checks.add(file);
        assertThat(checks.getState()).isEqualTo(Job.NONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private IFile write(String name, String text) throws CoreException {
        IFile file = ide.project().getFile(name);
        ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) {
            file.setContents(bytes, true, false, null);
        } else {
            file.create(bytes, true, null);
        }
        return file;
    }

    private static void idle() {
        Ide.settle();
        Ide.waitUntil("all checks are done", () -> Arrays.stream(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().startsWith("dev.trapwalk.lang.ui")));
    }

    private static List<IMarker> errors(IFile file) {
        try {
            return Arrays.stream(file.findMarkers("dev.trapwalk.lang.ui.problem", true, IResource.DEPTH_ZERO))
                    .filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).toList();
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
