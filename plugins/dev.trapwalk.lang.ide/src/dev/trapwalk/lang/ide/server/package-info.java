/**
 * The language server: {@link dev.trapwalk.lang.ide.server.ServerLauncher} connects one to a pair of streams,
 * {@link dev.trapwalk.lang.ide.server.TrapwalkLanguageServer} speaks the protocol. All answers come from the services.
 */
package dev.trapwalk.lang.ide.server;
