/**
 * What two versions of a facility promise each other: names, ids, classes and offsets as plain values, how they differ,
 * and for whom a difference breaks something.
 *
 * <p>A contract comes from a declaration ({@link org.genevent.contract.declared}) or from the metadata of a trace ({@link
 * org.genevent.contract.TraceContracts}); nothing here computes a layout.
 */
package org.genevent.contract;
