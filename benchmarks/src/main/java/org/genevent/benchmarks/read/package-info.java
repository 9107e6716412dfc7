/** Reading traces beside babeltrace2: makes the traces, runs both, and prints one table. */
package org.genevent.benchmarks.read;
