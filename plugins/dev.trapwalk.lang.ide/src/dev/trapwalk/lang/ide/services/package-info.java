/**
 * What an editor offers for layouts and scenarios: one class per concern, each from an analysed document (and a
 * position)
 * to types of the language server protocol. The language server and the Eclipse editor both call exactly these.
 */
package dev.trapwalk.lang.ide.services;
