/**
 * What makes a facility right, whatever it was declared in and whatever will be made from it.
 *
 * <p>One class a concern; all of them add to the same {@link org.genevent.diagnostic.Findings} and go on, so that one run
 * reports everything. A facility without an error can be laid out, planned and printed without a further question.
 */
package org.genevent.check;
