/**
 * The editors for layouts and scenarios: adapters that put the language services into the platform's generic editor.
 * {@link dev.trapwalk.lang.ui.document.EditorDocuments} connects the editor's documents with the services; each other
 * package serves one extension point or a few that belong together.
 */
package dev.trapwalk.lang.ui;
