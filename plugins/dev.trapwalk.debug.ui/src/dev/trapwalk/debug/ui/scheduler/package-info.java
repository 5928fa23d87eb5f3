/** Who runs, who is ready and who waits for what: {@link dev.trapwalk.debug.ui.scheduler.SchedulerView}. */
package dev.trapwalk.debug.ui.scheduler;
