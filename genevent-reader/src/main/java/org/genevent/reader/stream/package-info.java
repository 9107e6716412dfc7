/** What the streams of all formats have in common, so that they can be merged by time. */
package org.genevent.reader.stream;
