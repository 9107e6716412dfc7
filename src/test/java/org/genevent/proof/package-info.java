/**
 * What generated code is held against: random facilities, random values for them, and a serialiser written from the layout
 * reference alone.
 *
 * <p>Nothing here may use {@code org.genevent.layout} or {@code org.genevent.plan}: an error there must not repeat itself
 * here.
 */
package org.genevent.proof;
