/**
 * For tests of programs that trace: what the code under test traced ({@link org.genevent.testing.Traced}, {@link
 * org.genevent.testing.TestTrace}), generated files held against checked-in ones ({@link
 * org.genevent.testing.GeneratedFiles}), and versions of facilities held against each other ({@link
 * org.genevent.testing.Contracts}).
 */
package org.genevent.testing;
