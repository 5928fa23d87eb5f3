/** All kernel objects and what untyped memory is used for: {@link dev.trapwalk.debug.ui.objects.ObjectsView}. */
package dev.trapwalk.debug.ui.objects;
