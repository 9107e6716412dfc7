/** Finds packets in whatever holds them: dumps of memory, copied buffers, files that something else was written around. */
package org.genevent.cli.salvage;
