/** What traces hold, in numbers: events by kind, packets and losses by stream. */
package org.genevent.reader.stats;
