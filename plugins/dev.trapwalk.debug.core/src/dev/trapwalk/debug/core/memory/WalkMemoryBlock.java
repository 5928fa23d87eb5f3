package dev.trapwalk.debug.core.memory;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.state.Describer;
import dev.trapwalk.engine.session.state.MachineImage;
import dev.trapwalk.engine.session.state.StopState;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IMemoryBlockExtension;
import org.eclipse.debug.core.model.IMemoryBlockRetrieval;
import org.eclipse.debug.core.model.MemoryByte;

/**
 * A piece of memory from an address on, read from the last stop state: the machine is never asked. Which bytes changed
 * is this block's own knowledge: different from the stop before, in whichever direction time went. Byte addressable,
 * little-endian; bytes that nothing is mapped behind cannot be read.
 */
public final class WalkMemoryBlock extends DebugElement implements IMemoryBlockExtension {

    private static final int ADDRESS_BYTES = 8;

    private final WalkDebugTarget target;
    private final String expression;
    private final AddressSpace space;
    private final long base;
    private final long length;
    private final Set<Object> connections = new CopyOnWriteArraySet<>();

    /**
     * @param expression as a person wrote it
     * @param place what it came to
     * @param length in bytes, 0 = to the end of the address space
     */
    public WalkMemoryBlock(WalkDebugTarget target, String expression, MemoryExpression place, long length) {
        super(target);
        this.target = target;
        this.expression = expression;
        this.space = place.space();
        this.base = place.address();
        this.length = length;
    }

    /** Whose memory this is. */
    public AddressSpace space() {
        return space;
    }

    /** Kernel window address of the byte at an address of this block at the last stop; empty if unmapped. */
    public Optional<Long> kernelAddress(long address) {
        return target.stopState().map(stop -> MemoryReader.pptr(space, stop.machine(), address))
                .filter(pptr -> pptr != AddressSpace.UNMAPPED);
    }

    @Override
    public String getModelIdentifier() {
        return DebugCore.MODEL_ID;
    }

    @Override
    public WalkDebugTarget getDebugTarget() {
        return target;
    }

    @Override
    public IMemoryBlockRetrieval getMemoryBlockRetrieval() {
        return target;
    }

    @Override
    public String getExpression() {
        return Messages.bind(Messages.blockLabel, expression, space.label());
    }

    @Override
    public BigInteger getBigBaseAddress() {
        return unsigned(base);
    }

    @Override
    public BigInteger getMemoryBlockStartAddress() {
        return unsigned(length > 0 ? base : space.first());
    }

    @Override
    public BigInteger getMemoryBlockEndAddress() throws DebugException {
        return unsigned(length > 0 ? base + length - 1 : space.last(stop().machine()));
    }

    @Override
    public BigInteger getBigLength() throws DebugException {
        return getMemoryBlockEndAddress().subtract(getBigBaseAddress()).add(BigInteger.ONE);
    }

    @Override
    public int getAddressSize() {
        return ADDRESS_BYTES;
    }

    @Override
    public int getAddressableSize() {
        return 1;
    }

    @Override
    public boolean supportBaseAddressModification() {
        return false;
    }

    @Override
    public void setBaseAddress(BigInteger address) throws DebugException {
        throw MemoryExpression.failure(Messages.fixedBase);
    }

    @Override
    public boolean supportsChangeManagement() {
        return true;
    }

    @Override
    public MemoryByte[] getBytesFromOffset(BigInteger unitOffset, long addressableUnits) throws DebugException {
        return bytes(base + unitOffset.longValue(), (int) addressableUnits);
    }

    @Override
    public MemoryByte[] getBytesFromAddress(BigInteger address, long units) throws DebugException {
        return bytes(address.longValue(), (int) units);
    }

    private MemoryByte[] bytes(long address, int count) throws DebugException {
        MachineImage before = target.changes().before().map(StopState::machine).orElse(null);
        return new MemoryReader(space, stop().machine(), before, target.canResume()).read(address, count);
    }

    private StopState stop() throws DebugException {
        return target.stopState().orElseThrow(() -> MemoryExpression.failure(Messages.notStopped));
    }

    @Override
    public boolean supportsValueModification() {
        return target.canResume();
    }

    /**
     * Changes bytes through the session, word by word. Does not wait: the memory shows the new values when the session
     * has taken them over.
     */
    @Override
    public void setValue(BigInteger offset, byte[] bytes) throws DebugException {
        long address = base + offset.longValue();
        for (int i = 0; i < bytes.length; i++) {
            if (kernelAddress(address + i).isEmpty()) {
                throw MemoryExpression.failure(
                        Messages.bind(Messages.unmappedWrite, Describer.hex(address + i), space.label()));
            }
        }
        target.edit(MemoryReader.edits(space, stop().machine(), address, bytes));
    }

    @Override
    public void setValue(long offset, byte[] bytes) throws DebugException {
        setValue(BigInteger.valueOf(offset), bytes);
    }

    @Override
    public long getStartAddress() {
        return base;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public byte[] getBytes() throws DebugException {
        MemoryByte[] read = bytes(base, (int) length);
        byte[] values = new byte[read.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = read[i].getValue();
        }
        return values;
    }

    @Override
    public void connect(Object client) {
        connections.add(client);
    }

    @Override
    public void disconnect(Object client) {
        connections.remove(client);
    }

    @Override
    public Object[] getConnections() {
        return connections.toArray();
    }

    @Override
    public void dispose() {
        connections.clear();
    }

    private static BigInteger unsigned(long address) {
        return new BigInteger(Long.toUnsignedString(address));
    }
}
