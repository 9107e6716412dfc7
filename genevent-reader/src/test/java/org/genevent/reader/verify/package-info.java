/** Tests of verdicts and statistics. */
package org.genevent.reader.verify;
