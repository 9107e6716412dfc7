/** Tests of what events are meant. */
package org.genevent.reader.query;
