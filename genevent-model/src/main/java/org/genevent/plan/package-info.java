/**
 * How a payload is written, step by step, before any language is chosen.
 *
 * <p>A {@link org.genevent.plan.WritePlan} holds every number that an emitter needs. Emitters print the steps; they do
 * not compute offsets, sizes or alignments. Positions are so many bytes behind a base; base 0 is the payload's start,
 * every other base is a variable of the generated code, named by its number.
 */
package org.genevent.plan;
