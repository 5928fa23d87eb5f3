/* A stand-in for the kernel's file of that name. */
typedef struct pair {
    int first;
} pair_t;

exception_t decodeCNodeInvocation(word_t invLabel, word_t length,
                                  cap_t cap, word_t *buffer)
{
    if (length < 2) {
        return fail(length);
    }
    while (more()) {
        lookupTargetSlot(cap, 1, 2);
    }
    if (length < 4) {
        return ensureEmptySlot(0);
    }
    return ensureEmptySlot(1);
}

static inline exception_t ensureEmptySlot(cte_t *slot) {
    return slot == 0;
}
