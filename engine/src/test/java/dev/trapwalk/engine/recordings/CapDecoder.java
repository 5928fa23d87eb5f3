package dev.trapwalk.engine.recordings;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import dev.trapwalk.engine.machine.PhysicalMemory;
import dev.trapwalk.engine.object.AsidPoolCap;
import dev.trapwalk.engine.object.BitField;
import dev.trapwalk.engine.object.CNodeCap;
import dev.trapwalk.engine.object.Cap;
import dev.trapwalk.engine.object.Cte;
import dev.trapwalk.engine.object.EndpointCap;
import dev.trapwalk.engine.object.FrameCap;
import dev.trapwalk.engine.object.IoPortCap;
import dev.trapwalk.engine.object.IrqHandlerCap;
import dev.trapwalk.engine.object.NotificationCap;
import dev.trapwalk.engine.object.PageDirectoryCap;
import dev.trapwalk.engine.object.PageTableCap;
import dev.trapwalk.engine.object.PdptCap;
import dev.trapwalk.engine.object.Pml4Cap;
import dev.trapwalk.engine.object.ReplyCap;
import dev.trapwalk.engine.object.ThreadCap;
import dev.trapwalk.engine.object.UntypedCap;
import dev.trapwalk.engine.object.ZombieCap;

/** Writes the capability in a slot as the recordings do, from memory words alone. */
final class CapDecoder {

    private static final int FREE_INDEX_UNIT = 16;

    private final PhysicalMemory memory;
    private final Names names;
    private final boolean ext;
    private final Cap cap = new Cap();

    /** @param ext whether in the richer form of the extension set */
    CapDecoder(PhysicalMemory memory, Names names, boolean ext) {
        this.memory = memory;
        this.names = names;
        this.ext = ext;
    }

    /** The capability in a slot with its MDB node, or null when the slot is empty. */
    JsonObject decode(long slot) {
        if (cap.load(memory, slot).isNull()) {
            return null;
        }
        JsonObject json = new JsonObject();
        json.addProperty("type", cap.type().label());
        json.addProperty("tag", cap.type().tag());
        switch (cap.type()) {
            case UNTYPED -> {
                json.addProperty("object", names.untyped(UntypedCap.PTR.get(cap), UntypedCap.BLOCK_SIZE.get(cap)));
                json.addProperty("size_bits", UntypedCap.BLOCK_SIZE.get(cap));
                json.addProperty("free_bytes_used", UntypedCap.FREE_INDEX.get(cap) * FREE_INDEX_UNIT);
                json.addProperty("device", UntypedCap.IS_DEVICE.get(cap));
            }
            case ENDPOINT -> {
                object(json, EndpointCap.PTR);
                hex(json, "badge", EndpointCap.BADGE.get(cap));
                json.addProperty("rights", right("W", EndpointCap.CAN_SEND) + right("R", EndpointCap.CAN_RECEIVE)
                        + right("G", EndpointCap.CAN_GRANT) + right("P", EndpointCap.CAN_GRANT_REPLY));
            }
            case NOTIFICATION -> {
                object(json, NotificationCap.PTR);
                hex(json, "badge", NotificationCap.BADGE.get(cap));
                json.addProperty("rights",
                        right("W", NotificationCap.CAN_SEND) + right("R", NotificationCap.CAN_RECEIVE));
            }
            case REPLY -> {
                json.addProperty("tcb", names.tcb(ReplyCap.TCB_PTR.get(cap)));
                json.addProperty("master", ReplyCap.MASTER.get(cap));
                json.addProperty("can_grant", ReplyCap.CAN_GRANT.get(cap));
            }
            case CNODE -> {
                object(json, CNodeCap.PTR);
                json.addProperty("radix", CNodeCap.RADIX.get(cap));
                json.addProperty("guard_size", CNodeCap.GUARD_SIZE.get(cap));
                hex(json, "guard", CNodeCap.GUARD.get(cap));
            }
            case THREAD -> json.addProperty("tcb", names.tcb(ThreadCap.PTR.get(cap)));
            case ZOMBIE -> json.addProperty("zombie_type", ZombieCap.TYPE.get(cap));
            case IRQ_HANDLER -> json.addProperty("irq", IrqHandlerCap.IRQ.get(cap));
            case FRAME -> frame(json);
            case PAGE_TABLE -> table(json, PageTableCap.BASE_PTR, PageTableCap.IS_MAPPED, PageTableCap.MAPPED_ASID,
                    PageTableCap.MAPPED_ADDRESS);
            case PAGE_DIRECTORY -> table(json, PageDirectoryCap.BASE_PTR, PageDirectoryCap.IS_MAPPED,
                    PageDirectoryCap.MAPPED_ASID, PageDirectoryCap.MAPPED_ADDRESS);
            case PDPT -> table(json, PdptCap.BASE_PTR, PdptCap.IS_MAPPED, PdptCap.MAPPED_ASID, PdptCap.MAPPED_ADDRESS);
            case PML4 -> {
                object(json, Pml4Cap.BASE_PTR);
                json.addProperty("mapped", Pml4Cap.IS_MAPPED.get(cap));
                if (ext) {
                    json.addProperty("asid", Pml4Cap.MAPPED_ASID.get(cap));
                }
            }
            case ASID_POOL -> {
                object(json, AsidPoolCap.POOL);
                json.addProperty("asid_base", AsidPoolCap.ASID_BASE.get(cap));
            }
            case IO_PORT -> {
                hex(json, "first", IoPortCap.FIRST_PORT.get(cap));
                hex(json, "last", IoPortCap.LAST_PORT.get(cap));
            }
            default -> { }
        }
        json.add("mdb", mdb(slot));
        return json;
    }

    private void frame(JsonObject json) {
        object(json, FrameCap.BASE_PTR);
        // What the recordings call asid in a frame is the map type: 1 when it is mapped in a VSpace.
        json.addProperty("asid", FrameCap.MAP_TYPE.get(cap));
        if (ext) {
            json.addProperty("mapped_asid", FrameCap.MAPPED_ASID.get(cap));
            json.addProperty("device", FrameCap.IS_DEVICE.get(cap));
        }
        json.addProperty("size", FrameCap.SIZE.get(cap));
        json.addProperty("map_type", FrameCap.MAP_TYPE.get(cap));
        json.addProperty("vm_rights", FrameCap.VM_RIGHTS.get(cap));
        if (FrameCap.MAP_TYPE.isSet(cap)) {
            hex(json, "mapped", FrameCap.MAPPED_ADDRESS.get(cap));
        } else {
            json.add("mapped", JsonNull.INSTANCE);
        }
    }

    private void table(JsonObject json, BitField base, BitField isMapped, BitField asid, BitField address) {
        object(json, base);
        if (ext) {
            json.addProperty("is_mapped", isMapped.get(cap));
            json.addProperty("mapped_asid", asid.get(cap));
            hex(json, "mapped", address.get(cap));
        }
    }

    private JsonArray mdb(long slot) {
        JsonArray mdb = new JsonArray();
        mdb.add(name(Cte.MDB_PREV.get(memory, slot)));
        mdb.add(name(Cte.MDB_NEXT.get(memory, slot)));
        mdb.add(Cte.MDB_REVOCABLE.get(memory, slot));
        mdb.add(Cte.MDB_FIRST_BADGED.get(memory, slot));
        return mdb;
    }

    private com.google.gson.JsonElement name(long slot) {
        String name = names.slot(slot);
        return name == null ? JsonNull.INSTANCE : new JsonPrimitive(name);
    }

    private void object(JsonObject json, BitField pointer) {
        json.addProperty("object", names.object(pointer.get(cap)));
    }

    private String right(String letter, BitField flag) {
        return flag.isSet(cap) ? letter : "";
    }

    static void hex(JsonObject json, String key, long value) {
        json.addProperty(key, "0x" + Long.toHexString(value));
    }
}
