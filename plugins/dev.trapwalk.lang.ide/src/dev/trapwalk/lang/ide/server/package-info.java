/**
 * The language server: {@link dev.trapwalk.lang.ide.server.ServerLauncher} connects one to a pair of streams,
 * {@link dev.trapwalk.lang.ide.server.TrapwalkLanguageServer} speaks the protocol. All answers come from the services.
 *
 * <p>Beyond the protocol there is one request and one command:
 * <table>
 * <caption>Extensions</caption>
 * <tr><td>{@code trapwalk/holders}</td><td>request: who holds capabilities to the object at a place, by thread; see
 * {@link dev.trapwalk.lang.ide.server.LayoutRequests}</td></tr>
 * <tr><td>{@code trapwalk.debug}</td><td>command of the code lens; its argument is the address of the file, and the
 * client starts the debugger with it</td></tr>
 * <tr><td>{@code order}</td><td>option of {@code textDocument/formatting}: {@code canonical} writes a layout without
 * errors anew, in canonical order; {@code keep}, which is usual, changes white space only</td></tr>
 * </table>
 * Settings, asked for with {@code workspace/configuration} (section {@code trapwalk}) or sent in {@code initializationOptions} or
 * {@code workspace/didChangeConfiguration}, alone or inside of {@code trapwalk}: {@code profile}, one of loader, rust, verified,
 * simulator; {@code suppressed}, a list of ids of checks that say nothing.
 */
package dev.trapwalk.lang.ide.server;
