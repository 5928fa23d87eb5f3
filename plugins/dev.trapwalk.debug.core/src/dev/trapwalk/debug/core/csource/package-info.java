/**
 * The user's own seL4 checkout as source of kernel frames. {@link dev.trapwalk.debug.core.csource.Checkout} finds where
 * the functions that the engine models are defined in it, whatever the version; {@link
 * dev.trapwalk.debug.core.csource.CPlaces} says which line stands for a kernel point. What cannot be found for certain is
 * not shown: the kernel listing is.
 */
package dev.trapwalk.debug.core.csource;
