/**
 * From a file to what the simulated machine boots: {@link dev.trapwalk.lang.convert.ScenarioConverter} makes the engine's plain
 * records of an analysed scenario, {@link dev.trapwalk.lang.convert.LayoutConverter} those of its layout. No element of the
 * syntax tree leaves this package.
 */
package dev.trapwalk.lang.convert;
