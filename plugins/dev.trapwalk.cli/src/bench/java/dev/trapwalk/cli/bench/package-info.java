/**
 * Benchmarks of the language, as people meet it: {@link dev.trapwalk.cli.bench.LanguageBench} runs them and prints a table. Never
 * part of the tests.
 */
package dev.trapwalk.cli.bench;
