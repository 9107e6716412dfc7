/**
 * Reads LTT traces, versions 0.3 to 0.8: files of equally long blocks, whose events are described by facility files in the
 * trace itself.
 *
 * <p>From the outside in: the trace's directory, a file and its blocks, the header of a block, the facilities that the trace
 * announces, payloads. The arithmetic of payloads is written from the layout reference and shares nothing with that of the
 * writers. Source: the trace format reference.
 */
package org.genevent.reader.ltt;
