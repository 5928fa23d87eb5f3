/** From the documents of editors to the documents of the language services. */
package dev.trapwalk.lang.ui.document;
