/** Contracts of declared facilities: what a trace of theirs would say, and where its fields would lie. */
package org.genevent.contract.declared;
