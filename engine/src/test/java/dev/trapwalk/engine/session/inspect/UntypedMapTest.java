package dev.trapwalk.engine.session.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.trapwalk.engine.object.CapType;

/** What an untyped's memory is used for. */
class UntypedMapTest {

    @Test
    void everythingMadeOfAnUntypedLiesBelowItsWatermark() {
        try (Stops stops = new Stops("objects")) {
            for (int i = 0; i < 12; i++) {
                stops.systemCall();
            }
            Census census = Census.of(stops.machine());
            int children = 0;
            for (KernelObject object : census.objects()) {
                if (object.what().type() == CapType.UNTYPED) {
                    UntypedMap map = UntypedMap.of(census, object.what()).orElseThrow();
                    assertThat(map.untyped()).isEqualTo(object);
                    assertThat(map.used() + map.free()).isEqualTo(object.what().bytes());
                    for (KernelObject child : map.children()) {
                        assertThat(child.end() - object.start()).isLessThanOrEqualTo(map.used());
                        children++;
                    }
                }
            }
            assertThat(children).isGreaterThan(3);
        }
    }

    @Test
    void anObjectLeadsToTheUntypedItWasMadeOf() {
        try (Stops stops = new Stops("call-fastpath")) {
            Census census = Census.of(stops.machine());
            KernelObject ep = census.objects().stream().filter(object -> object.name().equals("ep"))
                    .findFirst().orElseThrow();
            UntypedMap map = UntypedMap.of(census, ep.what()).orElseThrow();
            assertThat(map.children()).extracting(KernelObject::name).contains("ep", "client", "server");
            assertThat(map.lost()).isLessThan(map.used());
        }
    }
}
