/** What views need that show the layout of the active editor: {@link dev.trapwalk.lang.ui.follow.LayoutFollower}. */
package dev.trapwalk.lang.ui.follow;
