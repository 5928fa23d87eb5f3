package dev.trapwalk.debug.ui.tests;

import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.WalkConfigurations;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/**
 * A machine that runs until it is suspended, on the slowest computer as on the fastest: each of two threads sets the
 * other one back to the beginning of its program, and faults at the end of its own.
 */
final class Endless {

    /** Where the second program lies: the first one's place is 0x700000000000. */
    private static final String TEXT = """
            arch x86_64

            objects {
                ping = tcb (addr: 0x10000, ip: 0, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                pong = tcb (addr: 0x11000, ip: 0, sp: 0x30000, prio: 100, max_prio: 100, affinity: 0)
                root = cnode (4 bits)
                vspace = pml4
                vspace_pdpt = pdpt
                vspace_pd = pd
                vspace_pt = pt
                ping_buffer = frame (4k)
                pong_buffer = frame (4k)
            }

            caps {
                root { 1: ping  2: pong }
                vspace { 0: vspace_pdpt }
                vspace_pdpt { 0: vspace_pd }
                vspace_pd { 0: vspace_pt }
                vspace_pt { 0x10: ping_buffer (RW)  0x11: pong_buffer (RW) }
                ping { cspace: root (guard: 0, guard_size: 60)  vspace: vspace  ipc_buffer_slot: ping_buffer (RW) }
                pong { cspace: root (guard: 0, guard_size: 60)  vspace: vspace  ipc_buffer_slot: pong_buffer (RW) }
            }

            program ping {
                seL4_TCB_WriteRegisters(cptr(root, 2), 1, 0, 1, seL4_UserContext(rip=0x700000010000));
            }

            program pong {
                seL4_TCB_WriteRegisters(cptr(root, 1), 1, 0, 1, seL4_UserContext(rip=0x700000000000));
            }
            """;
    /** It may run for as long as a test waits: more history than this is not kept. */
    private static final int HISTORY_MIB = 256;

    private Endless() {
    }

    /** Writes the scenario into a file and debugs it, from a stop before its first statement. */
    static WalkDebugTarget debug(IFile file) throws CoreException {
        file.create(new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)), true, new NullProgressMonitor());
        ILaunchConfigurationWorkingCopy configuration = WalkConfigurations.of(file).getWorkingCopy();
        configuration.setAttribute(LaunchAttributes.STOP_AT_START, true);
        configuration.setAttribute(LaunchAttributes.HISTORY_MIB, HISTORY_MIB);
        return (WalkDebugTarget) configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor())
                .getDebugTarget();
    }
}
