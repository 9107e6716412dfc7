/** Annotated interfaces from the source to the values that readers show. */
package org.genevent.declared;
