/**
 * How values of Java types become values of fields: the tie between a declared interface (or the classes made for a
 * facility that was declared in XML) and the facility's events.
 *
 * <p>The processor makes a {@link org.genevent.binding.JavaTracer} from an interface; the Java emitter makes one itself
 * for facilities that come without. Everything else follows from it and from the plan.
 */
package org.genevent.binding;
