/* A stand-in for the kernel's file of that name: only the shapes that an index has to cope with. */
#include <fastpath/fastpath.h>

#ifdef CONFIG_KERNEL_MCS
void NORETURN fastpath_reply_recv(word_t cptr, word_t msgInfo, word_t reply)
#else
void NORETURN fastpath_reply_recv(word_t cptr, word_t msgInfo)
#endif
{
#ifdef CONFIG_KERNEL_MCS
    if (reply) {
        give_up();
#else
    if (cptr) {
        slowpath(SysReplyRecv);
#endif
    }
    fastpath_restore(0, msgInfo, 0);
}

/* fastpath_call(in a comment) { is no definition */
static const char *name = "fastpath_call() {";

void NORETURN fastpath_call(word_t cptr, word_t msgInfo)
{
    word_t fault_type = saved_fault_of(current());

    if (unlikely(fastpath_mi_check(msgInfo) ||
                 fault_type != seL4_Fault_NullFault)) {
        slowpath(SysCall);
    }
    if (unlikely(wait_state(cptr) != EPState_Recv)) {
        slowpath(SysCall);
    }
#ifdef CONFIG_KERNEL_MCS
    fastpath_copy_mrs(0, 0, 0);
#endif
    fastpath_copy_mrs(4, current(), receiver());
    fastpath_restore(1, msgInfo, receiver());
}
