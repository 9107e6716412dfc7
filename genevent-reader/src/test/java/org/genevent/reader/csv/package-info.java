/** Tests of tables. */
package org.genevent.reader.csv;
