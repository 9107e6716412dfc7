/** Tests of what is printed by several threads. */
package org.genevent.reader.output;
