package dev.trapwalk.debug.core.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapwalk.debug.core.DebugCore;
import dev.trapwalk.debug.core.launch.LaunchAttributes;
import dev.trapwalk.debug.core.launch.LaunchCheck;
import dev.trapwalk.debug.core.launch.LaunchPresets;
import dev.trapwalk.debug.core.model.WalkDebugTarget;
import dev.trapwalk.engine.session.Mark;
import dev.trapwalk.engine.session.state.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.commands.IRestartHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Launch configurations: what is wrong with one is said in words, and presets begin a lesson. */
class LaunchTest {

    private static final String SCENARIO = """
            arch x86_64

            objects {
                ep = ep

                client = tcb (addr: 0x10000, ip: 0x401000, sp: 0x20000, prio: 100, max_prio: 100, affinity: 0)
                server = tcb (addr: 0x11000, ip: 0x402000, sp: 0x30000, prio: 100, max_prio: 100, affinity: 0)
                client_cspace = cnode (4 bits)
                server_cspace = cnode (4 bits)

                vspace = pml4
                vspace_pdpt = pdpt
                vspace_pd = pd
                vspace_pt = pt
                client_buffer = frame (4k)
                server_buffer = frame (4k)
            }

            caps {
                client_cspace { 1: ep (WP, badge: 0x11) }
                server_cspace { 1: ep (R) }

                vspace { 0: vspace_pdpt }
                vspace_pdpt { 0: vspace_pd }
                vspace_pd { 0: vspace_pt }
                vspace_pt { 0x10: client_buffer (RW)  0x11: server_buffer (RW) }

                client {
                    cspace: client_cspace (guard: 0, guard_size: 60)
                    vspace: vspace
                    ipc_buffer_slot: client_buffer (RW)
                }
                server {
                    cspace: server_cspace (guard: 0, guard_size: 60)
                    vspace: vspace
                    ipc_buffer_slot: server_buffer (RW)
                }
            }

            program server {
                seL4_Recv(ep);
                expect(mr[0] == 42);
                seL4_SetMR(0, 43);
                seL4_ReplyRecv(ep, seL4_MessageInfo_new(0, 0, 0, 1));
            }

            program client {
                seL4_Yield();
                seL4_SetMR(0, 42);
                seL4_Call(ep, seL4_MessageInfo_new(0, 0, 0, 1));
                seL4_Call(7, seL4_MessageInfo_new(0, 0, 0, 0));
            }
            """;

    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private final ILaunchConfigurationType type = manager.getLaunchConfigurationType(DebugCore.LAUNCH_TYPE);
    private final List<ILaunch> launches = new ArrayList<>();
    private ILaunchConfigurationWorkingCopy configuration;

    @BeforeEach
    void makeConfiguration() throws CoreException {
        IFile file = Workspace.file("launch", "lesson.walk", SCENARIO);
        configuration = type.newInstance(null, "lesson");
        configuration.setAttribute(LaunchAttributes.SCENARIO, file.getFullPath().toString());
    }

    @AfterEach
    void close() throws CoreException {
        for (ILaunch launch : launches) {
            launch.terminate();
            Waiting.until("termination", launch::isTerminated);
            manager.removeLaunch(launch);
        }
        for (ILaunchConfiguration prototype : manager.getLaunchConfigurations(type, ILaunchConfiguration.PROTOTYPE)) {
            prototype.delete();
        }
    }

    @Test
    void aCompleteConfigurationHasNoProblem() throws CoreException {
        LaunchCheck.check(configuration);
    }

    @Test
    void everyWrongAttributeIsNamedWithWhatToDo() {
        wrong(LaunchAttributes.SCENARIO, "", "names no scenario");
        wrong(LaunchAttributes.SCENARIO, "/launch/missing.walk", "does not exist");
        wrong(LaunchAttributes.SCENARIO, List.of("a"), "scenario", "must be the text of a path");
        wrong(LaunchAttributes.STOP_AT_START, "yes", "stopAtStart", "true or false", "\"yes\"");
        wrong(LaunchAttributes.HISTORY_MIB, "lots", "historyMiB", "a whole number", "\"lots\"");
        wrong(LaunchAttributes.HISTORY_MIB, -1, "-1 MiB", "from 0");
        wrong(LaunchAttributes.HISTORY_MIB, 1 << 20, "16384");
        wrong(LaunchAttributes.KERNEL_SOURCE, "/no/such/folder", "/no/such/folder does not exist");
        wrong(LaunchAttributes.STOPS, List.of("a point"), "\"a point\" is no breakpoint", "errors error");
        wrong(LaunchAttributes.STOPS, List.of("a error", "a fault"), "called \"a\"");
    }

    private void wrong(String attribute, Object value, String... words) {
        try {
            ILaunchConfigurationWorkingCopy copy = configuration.copy("wrong");
            copy.setAttribute(attribute, value);
            assertThatThrownBy(() -> LaunchCheck.check(copy)).as(attribute).isInstanceOf(CoreException.class)
                    .message().contains(words);
            assertThatThrownBy(() -> copy.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor()))
                    .as("a launch says the same").isInstanceOf(CoreException.class).message().contains(words);
        } catch (CoreException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void presetsAreInstalledOnceAndStayDeleted() throws CoreException {
        LaunchPresets.install();
        List<ILaunchConfiguration> prototypes = prototypes();
        assertThat(prototypes).extracting(ILaunchConfiguration::getName).containsExactlyInAnyOrder("Stop at start",
                "Stop at each trap", "Stop at each fastpath check", "Only errors");
        prototypes.get(0).delete();
        LaunchPresets.install();
        assertThat(prototypes()).hasSize(prototypes.size() - 1);
    }

    private List<ILaunchConfiguration> prototypes() throws CoreException {
        return Stream.of(manager.getLaunchConfigurations(type, ILaunchConfiguration.PROTOTYPE)).toList();
    }

    @Test
    void eachPresetStopsWhereItSays() throws CoreException {
        assertThat(stop(LaunchPresets.AT_START)).isEqualTo("START ");
        assertThat(stop(LaunchPresets.AT_EACH_TRAP)).isEqualTo("BREAKPOINT handle_fastsyscall/entry");
        assertThat(stop(LaunchPresets.AT_FASTPATH_CHECKS)).isEqualTo("BREAKPOINT fastpath_call/extra_caps");
        assertThat(stop(LaunchPresets.ONLY_ERRORS)).startsWith("BREAKPOINT ").contains("/");
    }

    @Test
    void aRestartStopsWhereTheLaunchDid() throws CoreException {
        for (LaunchPresets preset : List.of(LaunchPresets.AT_START, LaunchPresets.AT_EACH_TRAP)) {
            stop(preset);
            WalkDebugTarget target = (WalkDebugTarget) launches.get(launches.size() - 1).getDebugTarget();
            Mark first = mark(target);
            target.resume();
            Waiting.until("the next stop", () -> target.isSuspended() && mark(target).compareTo(first) > 0);
            CommandRequest.execute(IRestartHandler.class, target);
            Waiting.until("the first stop again", () -> target.isSuspended() && mark(target).equals(first));
        }
    }

    private static Mark mark(WalkDebugTarget target) {
        return target.stopState().orElseThrow().mark();
    }

    private String stop(LaunchPresets preset) throws CoreException {
        preset.apply(configuration);
        ILaunch launch = configuration.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor());
        launches.add(launch);
        WalkDebugTarget target = (WalkDebugTarget) launch.getDebugTarget();
        Waiting.until("a stop", target::isSuspended);
        StopReason reason = target.stopState().orElseThrow().reason();
        return reason + " " + target.stopState().orElseThrow().point().map(point -> point.point().id()).orElse("");
    }
}
