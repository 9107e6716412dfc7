/**
 * CTF metadata, in three steps: {@code PayloadWire} works out which wire classes a planned payload has, {@link
 * org.genevent.emitter.ctf.TraceFrame} puts them into the trace that the runtime writes, and {@link
 * org.genevent.emitter.ctf.TsdlPrinter} prints them as TSDL 1.8, the only place of the project that does.
 *
 * <p>Source: Common Trace Format specification 1.8.3, sections 4 to 8 and appendix C.
 */
package org.genevent.emitter.ctf;
