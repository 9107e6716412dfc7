/** Prints the events of traces: as text for people, as JSON lines for programs, or as counts. */
package org.genevent.reader.output;
