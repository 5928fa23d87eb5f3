/** The simulated seL4 machine, its kernel path and the sessions that debug it; plain Java without dependencies. */
package dev.trapwalk.engine;
