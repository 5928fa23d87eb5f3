package dev.trapwalk.lang.ide.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.lang.AnalysisOptions;
import dev.trapwalk.lang.Profile;
import dev.trapwalk.lang.Severity;
import dev.trapwalk.lang.ide.document.AnalysedDocument;
import dev.trapwalk.lang.ide.document.Analyser;
import dev.trapwalk.lang.ide.document.Documents;
import dev.trapwalk.lang.ide.document.TextSnapshot;
import dev.trapwalk.lang.tests.LayoutGenerator;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open documents: what is analysed when, what is given up, what is kept. */
class DocumentsTest {
    private static final String URI = "file:///a.cdl";
    private static final int PATIENCE = 60;

    private Documents documents = new Documents(new Analyser());

    @AfterEach
    void close() {
        documents.close();
    }

    @Test
    void anAnalysisOfATextThatIsGoneIsGivenUp() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch edited = new CountDownLatch(1);
        List<String> given = new CopyOnWriteArrayList<>();
        Analyser analyser = new Analyser();
        documents = new Documents((text, earlier, stale) -> {
            if (text.version() == 1) {
                begun.countDown();
                await(edited);
                // Each check asks before it begins.
                assertThat(stale.getAsBoolean()).isTrue();
                assertThatThrownBy(() -> analyser.analyse(text, earlier, stale))
                        .isInstanceOf(CancellationException.class);
                given.add("up");
                throw new CancellationException();
            }
            return analyser.analyse(text, earlier, stale);
        });
        documents.open(new TextSnapshot(URI, 1, "arch ia32"));
        CompletableFuture<AnalysedDocument> waiting = documents.analysed(URI);
        await(begun);
        documents.change(URI, text -> text.replace(2, 0, 0, "-- "));
        edited.countDown();
        // Who waited for the old text gets the new one.
        assertThat(waiting.get(PATIENCE, TimeUnit.SECONDS).text().version()).isEqualTo(2);
        assertThat(given).containsExactly("up");
    }

    @Test
    void settingsThatChangeWhileATextIsAnalysedCountForIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Analyser analyser = new Analyser();
        documents = new Documents((text, earlier, stale) -> {
            AnalysedDocument result = analyser.analyse(text, null, () -> false);
            begun.countDown();
            await(changed);
            return result;
        });
        BlockingQueue<AnalysedDocument> published = new LinkedBlockingQueue<>();
        documents.listen(published::add);
        documents.open(new TextSnapshot(URI, 1, "arch ia32 objects { c = cnode (2 bits) } caps { c { 9: c } }"));
        await(begun);
        analyser.setOptions(AnalysisOptions.DEFAULT.withProfile(Profile.RUST));
        documents.refresh();
        changed.countDown();
        // The loader is warned of slot 9, the Rust initialiser refuses it.
        assertThat(published.poll(PATIENCE, TimeUnit.SECONDS).analysis().diagnostics()).anyMatch(
                found -> found.id().equals("E04") && found.severity() == Severity.ERROR);
    }

    @Test
    void whileATextIsAnalysedTheLastMeaningServes() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Analyser analyser = new Analyser();
        documents = new Documents((text, earlier, stale) -> {
            if (text.version() > 1) {
                await(hold);
            }
            return analyser.analyse(text, earlier, stale);
        });
        documents.open(new TextSnapshot(URI, 1, "arch ia32 objects { ep = ep }"));
        documents.analysed(URI).get(PATIENCE, TimeUnit.SECONDS);
        documents.change(URI, text -> text.replace(2, 0, 0, "  "));
        AnalysedDocument now = documents.latest(URI).getNow(null);
        assertThat(now.text().version()).isEqualTo(2);
        assertThat(now.model().object("ep")).isNotNull();
        hold.countDown();
    }

    @Test
    void aClosedDocumentIsLetGo() throws Exception {
        WeakReference<AnalysedDocument> analysis = openAndClose();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (analysis.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(analysis.get()).isNull();
        assertThat(documents.all()).isEmpty();
        assertThat(documents.analysed(URI).get()).isNull();
    }

    private WeakReference<AnalysedDocument> openAndClose() throws Exception {
        documents.open(new TextSnapshot(URI, 1, LayoutGenerator.layout(200, "x86_64", 1)));
        documents.change(URI, text -> text.replace(2, 0, 0, "-- "));
        WeakReference<AnalysedDocument> analysis =
                new WeakReference<>(documents.analysed(URI).get(PATIENCE, TimeUnit.SECONDS));
        documents.close(URI);
        return analysis;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
