/**
 * The kernel's state at a stop as people look at it: which objects there are and who holds capabilities to them
 * ({@link dev.trapwalk.engine.session.inspect.Census}), the slots of a CNode, the scheduler's queues, a raw word as
 * seL4's bit field, and what of all that changed. Worked out from immutable pictures only, so any thread may ask, and
 * a front end only has to draw.
 */
package dev.trapwalk.engine.session.inspect;
