package dev.trapwalk.lang.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapwalk.lang.Analysis;
import dev.trapwalk.lang.CapdlAnalysis;
import dev.trapwalk.lang.model.CSpaces;
import dev.trapwalk.lang.model.CapdlModel;
import dev.trapwalk.lang.model.Container;
import dev.trapwalk.lang.model.ObjectDecl;
import dev.trapwalk.lang.model.ObjectRef;
import dev.trapwalk.lang.model.Rights;
import dev.trapwalk.lang.model.VSpaces;
import org.junit.jupiter.api.Test;

/** What a layout means: CPtrs through guards and radixes, addresses through page tables, copies with their masks. */
class ModelTest {

    @Test
    void cptrsGoThroughGuardsAndRadixesOfEveryLevel() {
        CapdlModel model = model("""
                arch x86_64
                objects { t = tcb  top = cnode (8 bits)  leaf = cnode (4 bits)  ep = ep }
                caps {
                  t { cspace: top (guard: 5, guard_size: 4) }
                  top { 0x12: leaf (guard: 1, guard_size: 48) }
                  leaf { 9: ep (RW) }
                }
                """);
        CSpaces cspaces = new CSpaces(model);
        ObjectRef thread = object(model, "t");
        CSpaces.Entry entry = cspaces.to(thread, object(model, "ep")).get(0);
        assertThat(entry.bits()).isEqualTo(64);
        assertThat(entry.cptr()).isEqualTo(0x512_0000_0000_0001L << 4 | 9);
        assertThat(cspaces.resolve(thread, entry.cptr(), 64).target()).isEqualTo(object(model, "ep"));
        assertThat(cspaces.resolve(thread, entry.cptr() + 0x10, 64)).as("guard does not match").isNull();
        assertThat(cspaces.resolve(thread, 0x512, 12).target()).as("12 bits end at the inner CNode")
                .isEqualTo(object(model, "leaf"));
    }

    @Test
    void everyCapabilityThatIsListedIsFoundAgainUnderItsCptr() {
        CapdlModel model = model(LayoutGenerator.layout(400, "x86_64", 3));
        CSpaces cspaces = new CSpaces(model);
        int checked = 0;
        for (ObjectDecl decl : model.objects()) {
            if (decl.type() == dev.trapwalk.lang.model.ObjectType.TCB) {
                ObjectRef thread = new ObjectRef(decl, ObjectDecl.SCALAR);
                for (CSpaces.Entry entry : cspaces.entries(thread, 1000)) {
                    CSpaces.Entry again = cspaces.resolve(thread, entry.cptr(), 64);
                    assertThat(again.slot()).isEqualTo(entry.slot());
                    assertThat(again.container()).isSameAs(entry.container());
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    @Test
    void addressesGoThroughPageTables() {
        CapdlModel model = model("""
                arch x86_64
                objects { t = tcb  m = pml4  d = pdpt  p = pd  q = pt  f[2] = frame (4k)  big = frame (2M) }
                caps { t { vspace: m }  m { 511: d }  d { 1: p }  p { 2: q  3: big (RW) }  q { 4: f[] (R) } }
                """);
        VSpaces vspaces = new VSpaces(model);
        ObjectRef root = vspaces.root(object(model, "t"));
        assertThat(vspaces.pages(root, 10)).extracting(VSpaces.Page::address).containsExactly(
                0xffffff8040404000L, 0xffffff8040405000L, 0xffffff8040600000L);
        assertThat(vspaces.at(root, 0xffffff8040405123L).frame()).hasToString("f[1]");
        assertThat(vspaces.at(root, 0xffffff8040406000L)).isNull();
    }

    @Test
    void aCopyHasTheRightsThatItsMaskLeaves() {
        CapdlModel model = model("""
                arch x86_64
                objects { a = cnode (4 bits)  b = cnode (4 bits)  ep = ep  f[6] = frame (4k) }
                caps {
                  a { 1: orig = ep (RWG, badge: 7)  4: fs[] = f[] (RW) }
                  b { 0: again = <orig> (masked: RW)  1: <again> (masked: W)  2: <fs[1..2,5]> (masked: R) }
                }
                """);
        Container b = model.containers(model.object("b")).get(0);
        assertThat(b.at(1).attributes().rights()).isEqualTo(Rights.WRITE);
        assertThat(b.at(1).attributes().badge()).isEqualTo(7);
        assertThat(b.target(3)).hasToString("f[2]");
        assertThat(b.target(4)).hasToString("f[5]");
        assertThat(b.at(4).attributes().rights()).isEqualTo(Rights.READ);
    }

    @Test
    void elementsOfAnArrayThatHoldTheSameShareOneContainer() {
        CapdlModel model = model("""
                arch x86_64
                objects { cn[1000] = cnode (4 bits)  ep = ep }
                caps { cn[] { 0: ep }  cn[10..19] { 1: ep }  cn[15] { 2: ep } }
                """);
        assertThat(model.containers(model.object("cn"))).extracting(Container::low, Container::high, Container::slots)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0L, 9L, 1L),
                        org.assertj.core.groups.Tuple.tuple(10L, 14L, 2L),
                        org.assertj.core.groups.Tuple.tuple(15L, 15L, 3L),
                        org.assertj.core.groups.Tuple.tuple(16L, 19L, 2L),
                        org.assertj.core.groups.Tuple.tuple(20L, 999L, 1L));
        assertThat(model.counts().caps()).isEqualTo(1011);
    }

    @Test
    void holdersOfAnObjectAreFound() {
        CapdlModel model = model("""
                arch x86_64
                objects { a = cnode (4 bits)  b = cnode (4 bits)  f[4] = frame (4k) }
                caps { a { 0: f[0..1] }  b { 3: f[1..3] } }
                """);
        assertThat(model.holders().of(new ObjectRef(model.object("f"), 1)))
                .extracting(holder -> holder.container().decl().name()).containsExactlyInAnyOrder("a", "b");
        assertThat(model.holders().of(new ObjectRef(model.object("f"), 0))).hasSize(1);
    }

    private static CapdlModel model(String text) {
        Analysis analysis = CapdlAnalysis.analyse(text, "model.cdl");
        assertThat(analysis.hasErrors()).as(analysis.diagnostics().toString()).isFalse();
        return analysis.model();
    }

    private static ObjectRef object(CapdlModel model, String name) {
        return new ObjectRef(model.object(name), ObjectDecl.SCALAR);
    }
}
