/** Layouts written in other forms: canonical capDL, XML, and the difference between two of them. */
package dev.trapwalk.lang.export;
