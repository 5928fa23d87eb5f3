/** Layouts written in other forms: canonical capDL and the difference between two of them. */
package dev.trapwalk.lang.export;
