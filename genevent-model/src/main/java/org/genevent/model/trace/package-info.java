/**
 * A trace as its metadata describes it: what lies where in the streams, after every decision about layout was made.
 *
 * <p>The words are those of CTF. Whoever makes a trace builds these values from a plan and prints them; whoever reads one
 * builds them from the metadata's text. They hold what CTF 1.8 and CTF 2 can say. All numbers of bits are bits, as in metadata;
 * names are as they stand in TSDL, with the underscores that writers add. The names of CTF 2, which needs none, have one here, too.
 */
package org.genevent.model.trace;
