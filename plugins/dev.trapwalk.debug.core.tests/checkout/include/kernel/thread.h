void schedule(void);
static inline void lookupExtraCaps(void)
{
    schedule();
}
