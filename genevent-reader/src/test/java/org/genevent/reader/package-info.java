/** Tests of the reader against bytes that were worked out by hand or by {@link org.genevent.reader.BitWriter}. */
package org.genevent.reader;
