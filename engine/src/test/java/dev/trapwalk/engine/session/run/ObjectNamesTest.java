package dev.trapwalk.engine.session.run;

import java.util.List;

import dev.trapwalk.engine.api.ObjectType;
import dev.trapwalk.engine.boot.SourcePlace;
import dev.trapwalk.engine.session.target.NamedObject;
import dev.trapwalk.engine.session.target.ObjectTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of objects that programs make over and over again in the same memory. */
class ObjectNamesTest {

    private static final long CNODE = 0xffffff8004000000L;
    private static final long MEMORY = 0xffffff8004100000L;

    private final ObjectNames names = new ObjectNames(new ObjectTable(List.of(
            new NamedObject("cn", ObjectType.CNODE, CNODE, 11, SourcePlace.NONE),
            new NamedObject("ut", ObjectType.UNTYPED, MEMORY, 16, SourcePlace.NONE))));

    private List<String> there() {
        return names.table().all().stream().map(NamedObject::name).toList();
    }

    private void make(long unit, ObjectType type, long at, int sizeBits, int slot) {
        names.created(unit, type, at, sizeBits, CNODE + 32L * slot);
    }

    @Test
    void whatIsMadeTwoHundredThousandTimesIsThereOnceAndEachTimeUnderAnotherName() {
        for (int unit = 1; unit <= 200_000; unit++) {
            make(unit, ObjectType.ENDPOINT, MEMORY, 4, 5);
            names.keepFrom(unit - 1000);
        }
        assertThat(there()).containsExactly("cn", "ut", "cn[5]:endpoint#200000");
        names.forgetFrom(199_999);
        assertThat(there()).containsExactly("cn", "ut", "cn[5]:endpoint#199998");
        make(199_999, ObjectType.ENDPOINT, MEMORY, 4, 5);
        assertThat(there()).containsExactly("cn", "ut", "cn[5]:endpoint#199999");
    }

    @Test
    void aLargerObjectReplacesAllThatLayInItsMemoryAndGoingBackBringsThemAgain() {
        make(1, ObjectType.UNTYPED, MEMORY, 12, 1);
        make(2, ObjectType.ENDPOINT, MEMORY, 4, 2);
        make(2, ObjectType.NOTIFICATION, MEMORY + 0x800, 5, 3);
        make(3, ObjectType.UNTYPED, MEMORY + 0x2000, 13, 4);
        List<String> before = there();
        assertThat(before).hasSize(6);
        make(4, ObjectType.CNODE, MEMORY, 13, 6);
        assertThat(there()).containsExactly("cn", "ut", "cn[4]:untyped", "cn[6]:cnode");
        names.forgetFrom(4);
        assertThat(there()).isEqualTo(before);
    }

    @Test
    void whatIsDeletedKeepsItsNameUntilItsMemoryIsUsedAgain() {
        make(1, ObjectType.ENDPOINT, MEMORY, 4, 2);
        NamedObject made = names.table().named("cn[2]:endpoint").orElseThrow();
        names.deleted(2, MEMORY);
        assertThat(names.isDeleted(made)).isTrue();
        assertThat(there()).contains("cn[2]:endpoint");
        make(3, ObjectType.ENDPOINT, MEMORY, 4, 2);
        assertThat(there()).containsExactly("cn", "ut", "cn[2]:endpoint#2");
        assertThat(names.isDeleted(names.table().named("cn[2]:endpoint#2").orElseThrow())).isFalse();
        names.forgetFrom(3);
        assertThat(names.isDeleted(made)).isTrue();
        names.forgetFrom(2);
        assertThat(names.isDeleted(made)).isFalse();
    }
}
