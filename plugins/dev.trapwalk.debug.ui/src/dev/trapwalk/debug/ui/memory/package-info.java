/**
 * Memory as kernel objects: {@link dev.trapwalk.debug.ui.memory.ObjectsRendering}, a rendering of the platform's Memory
 * view.
 */
package dev.trapwalk.debug.ui.memory;
