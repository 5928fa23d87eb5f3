/** {@code trapwalk lsp}: starts the language server. */
package dev.trapwalk.cli.lsp;
