/** LTT traces, written here from the trace format reference alone, and what the reader makes of them. */
package org.genevent.reader.ltt;
