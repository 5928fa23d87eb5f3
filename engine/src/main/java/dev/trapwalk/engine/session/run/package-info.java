/** The owner thread's work: moving the machine through time. Front ends do not use this package. */
package dev.trapwalk.engine.session.run;
