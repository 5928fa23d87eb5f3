/**
 * The parsers that Xtext generated, put together by hand: {@link dev.trapwalk.lang.parsing.Parsers} is the tour. What Guice would
 * set up besides them (serializer, linker, scopes, validator, resources) nobody here asks for, and it is most of what a command
 * that checks one small file would wait for.
 */
package dev.trapwalk.lang.parsing;
