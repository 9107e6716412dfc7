/**
 * Turns a trace of one format into another: what its events are, what of them the other format cannot say, and then the
 * bytes, by the one layout that every writer here has.
 */
package org.genevent.cli.convert;
