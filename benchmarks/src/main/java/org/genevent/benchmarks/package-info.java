/** What tracing costs, beside reading the clock and beside JFR. */
package org.genevent.benchmarks;
