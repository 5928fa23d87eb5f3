/**
 * Programs of threads: what they may call ({@link dev.trapwalk.lang.program.Libsel4}, {@link
 * dev.trapwalk.lang.program.Constants}), what a name in them stands for ({@link dev.trapwalk.lang.program.ThreadNames}), what
 * an expression is worth ({@link dev.trapwalk.lang.program.Evaluator}), and how each statement becomes a record of the engine
 * ({@link dev.trapwalk.lang.program.Lowering}). Whatever cannot be lowered is a {@link
 * dev.trapwalk.lang.program.ProgramProblem}, and a check reports it.
 */
package dev.trapwalk.lang.program;
