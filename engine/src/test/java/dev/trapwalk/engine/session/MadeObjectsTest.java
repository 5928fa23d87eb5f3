package dev.trapwalk.engine.session;

import java.util.ArrayList;
import java.util.List;

import dev.trapwalk.engine.session.breakpoint.Breakpoint;
import dev.trapwalk.engine.session.breakpoint.BreakpointStatus;
import dev.trapwalk.engine.session.breakpoint.Location;
import dev.trapwalk.engine.session.breakpoint.WatchTarget;
import dev.trapwalk.engine.session.scenario.Scenarios;
import dev.trapwalk.engine.session.state.StopReason;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ScenarioTarget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Breakpoints on objects that programs make, as clients are told of them. */
class MadeObjectsTest {

    private static Driver drive() {
        return new Driver(ScenarioTarget.factory(Scenarios.named("made-objects")), SessionSettings.DEFAULT);
    }

    private static List<String> told(Driver d) {
        List<String> told = new ArrayList<>();
        for (SessionEvent event : d.events) {
            if (event instanceof SessionEvent.BreakpointChanged changed) {
                told.add(changed.status().breakpoint().id() + " " + changed.status().state());
            }
        }
        return told;
    }

    private static Breakpoint watch(String id, String cnode) {
        return Breakpoint.at(id, new Location.Watch(new WatchTarget.Slot(cnode, 1), Location.Watch.Access.CHANGE));
    }

    @Test
    void aRunThatNeverStopsBetweenStopsAtAnObjectThatItMadeAndTellsOfIt() {
        try (Driver d = drive()) {
            assertThat(d.put(watch("w", "root[10]:cnode")).isVerified()).isFalse();
            assertThat(d.resume().reason()).isEqualTo(StopReason.BREAKPOINT);
            assertThat(told(d)).containsExactly("w NOT_VERIFIED", "w VERIFIED");
            d.resume();
            BreakpointStatus gone = d.send(new Command.ListBreakpoints()).get().get(0);
            d.resume();
            gone = d.send(new Command.ListBreakpoints()).get().get(0);
            assertThat(gone.reason()).contains("root[10]:cnode", "deleted");
            assertThat(told(d)).containsExactly("w NOT_VERIFIED", "w VERIFIED", "w NOT_VERIFIED");
            d.jump("0.0");
            assertThat(d.send(new Command.ListBreakpoints()).get().get(0).hits()).isZero();
        }
    }

    @Test
    void objectsAreTheSameHoweverTheMachineComesToAMark() {
        try (Driver d = drive(); Driver other = drive()) {
            long end = d.resume().mark().unit();
            for (long unit = end; unit >= 0; unit--) {
                List<NamedObject> back = d.jump(unit + ".0").machine().objects().all();
                assertThat(back).as("objects at " + unit).isEqualTo(
                        other.jump(unit + ".0").machine().objects().all());
                other.jump("0.0");
            }
        }
    }
}
