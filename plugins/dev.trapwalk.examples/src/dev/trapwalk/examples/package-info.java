/** The example project that ships with Trapwalk: its files are in {@code content/} of this bundle. */
package dev.trapwalk.examples;
