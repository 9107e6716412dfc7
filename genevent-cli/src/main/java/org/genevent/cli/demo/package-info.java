/**
 * The program that {@code genevent demo} traces: a small shop whose tills take orders, ask a warehouse and get paid.
 *
 * <p>Written as a user would write it: an annotated interface, the tracer that the processor makes of it, and calls where
 * things happen.
 */
package org.genevent.cli.demo;
