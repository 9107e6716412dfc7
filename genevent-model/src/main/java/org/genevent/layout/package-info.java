/**
 * The facts of a payload: offsets, sizes, alignment and padding of every field on a target.
 *
 * <p>Computed once by {@link org.genevent.layout.LayoutCalculator} from a declaration, a {@link
 * org.genevent.layout.LayoutRule} and a data model; planned by {@code org.genevent.plan}; printed by emitters, which do
 * no arithmetic of their own. Source: the layout reference, sections 1 to 3.
 */
package org.genevent.layout;
