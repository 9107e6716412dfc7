/** Events as tables of comma-separated values, by RFC 4180. */
package org.genevent.reader.csv;
