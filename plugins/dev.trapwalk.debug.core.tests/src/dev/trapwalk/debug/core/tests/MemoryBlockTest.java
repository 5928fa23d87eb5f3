package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.debug.core.memory.WalkMemoryBlock;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.debug.core.model.WalkThread;
import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.machine.Register;
import dev.trapwalk.engine.object.Tcb;
import dev.trapwalk.engine.session.Command;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.script.StageActor;
import dev.trapwalk.engine.session.state.StopReason;
import java.math.BigInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Memory as the Memory view reads it. */
class MemoryBlockTest {

    private static final int WORD = 8;

    private ModelStage stage;
    private StageActor actor;
    private WalkDebugTarget target;

    @BeforeEach
    void launch() {
        stage = new ModelStage("call-fastpath");
        actor = new StageActor(stage);
        target = stage.target();
    }

    @AfterEach
    void close() {
        actor.close();
    }

    @Test
    void anObjectIsShownWhereItLiesInTheKernelWindow() throws DebugException {
        WalkMemoryBlock client = target.getExtendedMemoryBlock("client", target);
        long tcb = stage.state().machine().objects().named("client").orElseThrow().address();
        assertThat(client.getBigBaseAddress()).isEqualTo(unsigned(tcb));
        assertThat(client.getExpression()).isEqualTo("client  (kernel window)");
        assertThat(word(client, Tcb.registerAddress(tcb, Register.RDI) - tcb))
                .isEqualTo(stage.state().machine().read(Tcb.registerAddress(tcb, Register.RDI)));
    }

    @Test
    void physicalMemoryHasTheSameBytesWithoutTheWindowsOffset() throws DebugException {
        long tcb = stage.state().machine().objects().named("client").orElseThrow().address();
        WalkMemoryBlock physical = target.getExtendedMemoryBlock(
                "physical: 0x" + Long.toHexString(PhysicalMemory.paddr(tcb)), stage.target().getThreads()[0]);
        WalkMemoryBlock window = target.getExtendedMemoryBlock("client", target);
        assertThat(word(physical, 16)).isEqualTo(word(window, 16));
        assertThat(physical.getMemoryBlockStartAddress()).isZero();
        assertThat(physical.getMemoryBlockEndAddress())
                .isEqualTo(BigInteger.valueOf(PhysicalMemory.paddr(stage.state().machine().memory().registerFile()) - 1));
    }

    @Test
    void aThreadsMemoryIsReadThroughItsPageTables() throws DebugException {
        WalkThread client = thread("client");
        long rip = stage.state().machine().register(Register.NEXT_IP);
        WalkMemoryBlock code = target.getExtendedMemoryBlock("rip", client.getTopStackFrame());
        assertThat(code.getBigBaseAddress()).isEqualTo(unsigned(rip));
        assertThat(code.getExpression()).isEqualTo("rip  (virtual memory of client)");
        long pptr = code.kernelAddress(rip & -WORD).orElseThrow();
        assertThat(Long.compareUnsigned(pptr, PhysicalMemory.PPTR_BASE)).isPositive();
        MemoryByte[] bytes = code.getBytesFromAddress(unsigned(rip & -WORD), WORD);
        assertThat(number(bytes)).isEqualTo(stage.state().machine().read(pptr));
        assertThat(bytes[0].isReadable()).isTrue();
        assertThat(bytes[0].isBigEndian()).isFalse();
        assertThat(bytes[0].isEndianessKnown()).isTrue();
    }

    @Test
    void whatNothingIsMappedBehindCannotBeReadOrChanged() throws DebugException {
        WalkMemoryBlock nothing = target.getExtendedMemoryBlock("client:0x1000", target);
        assertThat(nothing.getBytesFromOffset(BigInteger.ZERO, 4)).noneMatch(MemoryByte::isReadable);
        assertThatThrownBy(() -> nothing.setValue(BigInteger.ZERO, new byte[] {1}))
                .hasMessageContaining("0x1000").hasMessageContaining("virtual memory of client");
        WalkMemoryBlock device = target.getExtendedMemoryBlock("physical:0xfee00000", target);
        assertThat(device.getBytesFromOffset(BigInteger.ZERO, 4)).noneMatch(MemoryByte::isReadable);
    }

    @Test
    void bytesAreMarkedThatAreNotAsAtTheStopBeforeAlsoBackwards() throws DebugException {
        actor.perform("jump 3.0");
        WalkMemoryBlock client = target.getExtendedMemoryBlock("client", target);
        long tcb = client.getBigBaseAddress().longValue();
        long mr0 = Tcb.registerAddress(tcb, Register.message(0)) - tcb;
        Mark before = stage.state().mark();
        actor.perform("to point fastpath_call/entry");
        assertThat(word(client, mr0)).isEqualTo(42);
        assertThat(changed(client, mr0)).isTrue();
        actor.perform("into");
        assertThat(changed(client, mr0)).isFalse();
        stage.move(new Command.Jump(before));
        assertThat(word(client, mr0)).isZero();
        assertThat(changed(client, mr0)).isTrue();
    }

    @Test
    void changingBytesIsAnEditOfTheSession() throws CoreException {
        WalkMemoryBlock client = target.getExtendedMemoryBlock("client", target);
        long tcb = client.getBigBaseAddress().longValue();
        long rbx = Tcb.registerAddress(tcb, Register.RBX) - tcb;
        assertThat(client.supportsValueModification()).isTrue();
        StopListener.stopAfter(target, () -> client.setValue(BigInteger.valueOf(rbx + 1), new byte[] {0x12, 0x34}));
        assertThat(word(client, rbx)).isEqualTo(0x341200);
        assertThat(client.getBytesFromOffset(BigInteger.valueOf(rbx + 1), 1)[0].isChanged()).isTrue();
        assertThat(stage.state().machine().read(tcb + rbx)).isEqualTo(0x341200);
        assertThat(stage.state().reason()).isEqualTo(StopReason.EDIT);
    }

    @Test
    void wrongExpressionsAreTold() {
        assertThatThrownBy(() -> target.getExtendedMemoryBlock("nowhere", target)).hasMessageContaining("nowhere")
                .hasMessageContaining("physical:");
        assertThatThrownBy(() -> target.getExtendedMemoryBlock("nobody:0x10", target)).hasMessageContaining("nobody");
    }

    @Test
    void whicheverElementIsSelectedTheBlocksAreThoseOfTheTarget() {
        assertThat(Stream.<IAdaptable>of(target, thread("client"), thread("client").getTopStackFrame())
                .map(element -> Adapters.adapt(element, IMemoryBlockRetrieval.class))).containsOnly(target);
        assertThat(target.supportsStorageRetrieval()).isTrue();
    }

    private WalkThread thread(String name) {
        return Stream.of(target.getThreads()).map(WalkThread.class::cast)
                .filter(thread -> thread.snapshot().name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean changed(WalkMemoryBlock block, long offset) throws DebugException {
        return Stream.of(block.getBytesFromOffset(BigInteger.valueOf(offset), WORD)).anyMatch(MemoryByte::isChanged);
    }

    private static long word(WalkMemoryBlock block, long offset) throws DebugException {
        return number(block.getBytesFromOffset(BigInteger.valueOf(offset), WORD));
    }

    private static long number(MemoryByte[] bytes) {
        return IntStream.range(0, WORD).mapToLong(i -> Byte.toUnsignedLong(bytes[i].getValue()) << i * Byte.SIZE)
                .reduce(0, (a, b) -> a | b);
    }

    private static BigInteger unsigned(long address) {
        return new BigInteger(Long.toUnsignedString(address));
    }
}
