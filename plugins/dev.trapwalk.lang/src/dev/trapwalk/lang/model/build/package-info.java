/**
 * From syntax tree to {@link dev.trapwalk.lang.model.CapdlModel}, in the order in which meaning depends on meaning:
 * declarations ({@link ObjectCollector}), capabilities and their names ({@link CapCollector}), copies
 * ({@link CopyResolver}), containers ({@link Assembler}), derivations and interrupts ({@link EdgeCollector}).
 * {@link ModelBuilder} runs them; what cannot be resolved becomes a {@link dev.trapwalk.lang.model.ModelProblem}.
 */
package dev.trapwalk.lang.model.build;
