/**
 * What a capDL file means, as immutable plain Java; {@link dev.trapwalk.lang.model.CapdlModel} is the tour.
 *
 * <p>From text to meaning there is one way, {@link dev.trapwalk.lang.CapdlAnalysis#analyse}. Its result holds
 * <ul>
 * <li>the syntax tree ({@code analysis.module()}; classes in {@code dev.trapwalk.lang.capdl}, generated from Capdl.xtext) and
 * {@code analysis.tree()} to go between offsets and elements;</li>
 * <li>the model: {@code model.object("ep")}, {@code model.container(ref)}, {@code container.at(slot)},
 * {@code model.holders().of(ref)}, {@code new CSpaces(model).to(tcb, ref)}, {@code new VSpaces(model).pages(root, n)};</li>
 * <li>the diagnostics, each with a stable id and the code and arguments of its quick fix
 * ({@link dev.trapwalk.lang.Fixes}).</li>
 * </ul>
 * Model elements point back into the tree: {@code ObjectDecl.nameRef()}, {@code CapRun.source()}, {@code CapName.source()},
 * {@code CdtEdge.source()}, {@code Cover.source()}. The reading of a mapping's left-factored syntax is in
 * {@link dev.trapwalk.lang.model.Mappings}.
 *
 * <p>Words: an <em>object</em> is an {@link dev.trapwalk.lang.model.ObjectRef}, a declaration (one object or an array) an
 * {@link dev.trapwalk.lang.model.ObjectDecl}, consecutive objects of an array an
 * {@link dev.trapwalk.lang.model.ObjectSpan}. Elements of an array that hold the same share one
 * {@link dev.trapwalk.lang.model.Container}; consecutive slots filled by one mapping are one
 * {@link dev.trapwalk.lang.model.CapRun}.
 */
package dev.trapwalk.lang.model;
