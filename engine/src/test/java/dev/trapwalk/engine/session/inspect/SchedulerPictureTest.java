package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.object.Endpoint;
import dev.trapwalk.engine.session.state.MachineImage;

/** Who runs, who is ready, who waits for what. */
class SchedulerPictureTest {

    private static SchedulerPicture picture(MachineImage machine) {
        return SchedulerPicture.of(Census.of(machine));
    }

    @Test
    void aServerWaitsInItsEndpointUntilTheClientCalls() {
        try (Stops stops = new Stops("call-fastpath")) {
            long client = stops.object("client");
            long server = stops.object("server");
            SchedulerPicture start = picture(stops.machine());
            assertThat(start.domains()).hasSize(1);
            assertThat(start.domains().get(0).queues()).extracting(ReadyDomain.Queue::priority).containsExactly(100);
            assertThat(start.domains().get(0).isMarked(100)).isTrue();
            assertThat(start.domains().get(0).isMarked(101)).isFalse();
            assertThat(start.hasDomains()).isFalse();

            MachineImage machine = stops.machine();
            for (int i = 0; i < 8 && picture(machine).waiting().isEmpty(); i++) {
                machine = stops.systemCall();
            }
            assertThat(picture(machine).waiting()).singleElement().satisfies(queue -> {
                assertThat(queue.name()).isEqualTo("ep");
                assertThat(queue.state()).isEqualTo(Endpoint.RECV);
                assertThat(queue.threads()).containsExactly(server);
            });
            for (int i = 0; i < 8 && picture(machine).repliesDue().isEmpty(); i++) {
                machine = stops.systemCall();
            }
            MachineImage called = machine;
            assertThat(picture(machine).repliesDue()).containsOnlyKeys(client);
            assertThat(picture(machine).repliesDue().get(client)).singleElement()
                    .satisfies(slot -> assertThat(called.describe().slot(slot)).isEqualTo("server.tcbCaller"));
            assertThat(picture(machine).current()).isEqualTo(server);
            assertThat(picture(machine).waiting()).isEmpty();
        }
    }

    @Test
    void bitmapsAgreeWithTheQueuesAtEveryStop() {
        try (Stops stops = new Stops("priorities")) {
            MachineImage machine = stops.machine();
            for (int i = 0; i < 20; i++) {
                ReadyDomain domain = picture(machine).domains().get(0);
                for (int priority = 0; priority < 256; priority++) {
                    int wanted = priority;
                    assertThat(domain.isMarked(priority)).as("priority " + priority).isEqualTo(
                            domain.queues().stream().anyMatch(queue -> queue.priority() == wanted));
                }
                machine = stops.systemCall();
            }
        }
    }
}
