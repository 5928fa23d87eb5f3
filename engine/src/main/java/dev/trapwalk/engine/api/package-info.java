/** What user code sees of seL4: numbers and bit layouts of its system call interface, as libsel4 defines them. */
package dev.trapwalk.engine.api;
