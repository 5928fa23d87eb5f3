void setVMRoot(tcb_t *tcb)
{
    other_machine(tcb);
}
