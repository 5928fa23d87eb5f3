void setVMRoot(tcb_t *tcb)
{
    this_machine(tcb);
}

#ifdef CONFIG_SOMETHING_NEW
void deleteASID(asid_t asid) { one(asid); }
#else
void deleteASID(asid_t asid) { another(asid); }
#endif
