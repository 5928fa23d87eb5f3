/** Decoding and performing of invocations, one class per object: the decoder of each invocation stands above its performer. */
package dev.trapwalk.engine.kernel.decode;
