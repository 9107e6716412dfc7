/**
 * Facilities as C headers: an inline function for each event, against a small set of calls that a runtime provides.
 *
 * <p>Three steps. {@link org.genevent.emitter.kernel.FacilityForms} gives everything its C name and form, and notices
 * names that clash. The printers then walk the plan: what lies at fixed places is written through a structure that
 * mirrors it, what lies behind strings and sequences through positions that are worked out once, before space is
 * reserved, and what only the values can tell through functions that measure and write with the same steps. No offset is
 * computed here; all come from the plan.
 *
 * <p>The C side of the contract is {@code genevent-rt.h} among the resources of this package; {@code docs/kernel.md}
 * explains it.
 */
package org.genevent.emitter.kernel;
