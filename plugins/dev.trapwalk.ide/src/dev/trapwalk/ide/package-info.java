/** The runnable product: its branding, its defaults, and what its workspace holds at the first start. */
package dev.trapwalk.ide;
