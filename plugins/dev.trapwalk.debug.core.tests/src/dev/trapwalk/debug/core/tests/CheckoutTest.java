package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.debug.core.csource.CPlaces;
import dev.trapwalk.debug.core.csource.Checkout;
import dev.trapwalk.debug.core.csource.Checkouts;
import dev.trapwalk.debug.core.model.WalkStackFrame;
import dev.trapwalk.debug.core.source.KernelCatalogue;
import dev.trapwalk.debug.core.source.KernelListingStorage;
import dev.trapwalk.engine.point.KernelFunction;
import dev.trapwalk.engine.point.KernelPoint;
import dev.trapwalk.engine.session.script.StageActor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.debug.core.sourcelookup.containers.LocalFileStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

/** The user's own seL4 sources behind kernel frames, in a small tree of the shapes that the real one has. */
class CheckoutTest {

    @TempDir
    Path folder;
    private Checkout checkout;
    private CPlaces places;

    @BeforeEach
    void copyTree() throws Exception {
        Path tree = Path.of(FileLocator.toFileURL(
                FrameworkUtil.getBundle(CheckoutTest.class).getEntry("checkout")).toURI());
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(tree.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        checkout = Checkout.at(folder);
        checkout.prepare();
        places = new CPlaces(checkout);
    }

    @AfterEach
    void forgetPreference() {
        Checkouts.prefer("");
    }

    @Test
    void aFunctionIsFoundInItsFileWithTheModelledAlternative() {
        assertThat(places.file(function("fastpath_reply_recv"))).contains(folder.resolve("src/fastpath/fastpath.c"));
        assertThat(entry("fastpath_reply_recv")).as("not the line of the MCS kernel").hasValue(7);
        assertThat(entry("fastpath_call")).as("neither comment nor text").hasValue(24);
        assertThat(entry("ensureEmptySlot")).hasValue(21);
    }

    @Test
    void aFunctionOfAnotherMachineIsNotTaken() {
        assertThat(places.file(function("setVMRoot"))).contains(folder.resolve("src/arch/x86/64/kernel/vspace.c"));
    }

    @Test
    void whatIsNotCertainIsNotShown() {
        assertThat(places.file(function("deleteASID"))).as("two definitions, and no telling which counts").isEmpty();
        assertThat(places.file(function("schedule"))).as("only declared").isEmpty();
    }

    @Test
    void aPointIsShownOnItsOwnLineOrElseAtTheFunctionsName() {
        assertThat(line("fastpath_call/length")).hasValue(28);
        assertThat(line("fastpath_call/saved_fault")).hasValue(29);
        assertThat(line("fastpath_call/endpoint_not_in_recv_state")).hasValue(32);
        assertThat(line("fastpath_call/mrs_copied")).as("the MCS line does not count").hasValue(38);
        assertThat(line("fastpath_call/dest_dequeued")).as("nothing there says where").hasValue(24);
        assertThat(line("decodeCNodeInvocation/length")).hasValue(9);
        assertThat(line("decodeCNodeInvocation/return")).hasValue(19);
    }

    @Test
    void aCallerIsShownWhereItCallsIfItDoesSoOnce() {
        assertThat(places.callLine(function("decodeCNodeInvocation"), function("lookupTargetSlot"))).hasValue(13);
        assertThat(places.callLine(function("decodeCNodeInvocation"), function("ensureEmptySlot")))
                .as("called twice").hasValue(6);
    }

    @Test
    void aLineStandsForThePointsOnIt() {
        Path fastpath = folder.resolve("src/fastpath/fastpath.c");
        assertThat(ids(fastpath, 28)).containsExactly("fastpath_call/extra_caps", "fastpath_call/length");
        assertThat(ids(fastpath, 24)).containsExactly("fastpath_call/entry");
        assertThat(ids(fastpath, 25)).as("the brace of the function").containsExactly("fastpath_call/entry");
        assertThat(ids(fastpath, 30)).as("a line on which the machine cannot stop").isEmpty();
        assertThat(ids(fastpath, 1)).isEmpty();
        assertThat(ids(folder.resolve("src/object/cnode.c"), 7)).containsExactly("decodeCNodeInvocation/entry");
        assertThat(ids(folder.resolve("src/arch/arm/kernel/vspace.c"), 1)).isEmpty();
    }

    @Test
    void changedFilesAreReadAgain() throws IOException {
        Path cnode = folder.resolve("src/object/cnode.c");
        Files.writeString(cnode, "\n\n" + Files.readString(cnode));
        checkout.refresh();
        assertThat(entry("decodeCNodeInvocation")).hasValue(8);
        Files.delete(cnode);
        checkout.refresh();
        assertThat(places.file(function("decodeCNodeInvocation"))).isEmpty();
    }

    @Test
    void kernelFramesOpenTheCFileAndFallBackToTheListing() {
        Checkouts.prefer(folder.toString());
        ModelStage stage = new ModelStage("cnode-copy");
        StageActor actor = new StageActor(stage);
        actor.perform("to point lookupSlotForCNodeOp/depth_in_range");
        List<WalkStackFrame> frames = Stream.of(stage.target().enteredThread().orElseThrow().getStackFrames())
                .map(WalkStackFrame.class::cast).toList();
        WalkStackFrame decode = frame(frames, "decodeCNodeInvocation");
        assertThat(source(decode)).isInstanceOfSatisfying(LocalFileStorage.class,
                storage -> assertThat(storage.getFile().getName()).isEqualTo("cnode.c"));
        assertThat(decode.getLineNumber()).as("where it calls lookupTargetSlot").isEqualTo(13);
        WalkStackFrame lookup = frame(frames, "lookupSlotForCNodeOp");
        assertThat(source(lookup)).as("not in that tree").isInstanceOf(KernelListingStorage.class);
        assertThat(lookup.getLineNumber()).isEqualTo(
                new KernelListingStorage(lookup.frame().function().orElseThrow()).listing()
                        .line(lookup.point().orElseThrow().point()).orElseThrow());
        actor.close();
    }

    @Test
    void aFolderThatIsNoCheckoutIsToldApart() {
        assertThat(Checkout.problem(folder)).isEmpty();
        assertThat(Checkout.problem(folder.resolve("nowhere")).orElseThrow()).contains("does not exist");
        assertThat(Checkout.problem(folder.resolve("src")).orElseThrow()).contains("no folders src and include");
    }

    private static Object source(WalkStackFrame frame) {
        return frame.getLaunch().getSourceLocator().getSourceElement(frame);
    }

    private static WalkStackFrame frame(List<WalkStackFrame> frames, String function) {
        return frames.stream().filter(frame -> frame.frame().label().equals(function)).findFirst().orElseThrow();
    }

    private List<String> ids(Path file, int line) {
        return places.points(file, line).stream().map(KernelPoint::id).toList();
    }

    private OptionalInt entry(String function) {
        return places.line(function(function).entry());
    }

    private OptionalInt line(String point) {
        return places.line(KernelCatalogue.point(point).orElseThrow());
    }

    private static KernelFunction function(String name) {
        return KernelCatalogue.functions().stream().filter(function -> function.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
