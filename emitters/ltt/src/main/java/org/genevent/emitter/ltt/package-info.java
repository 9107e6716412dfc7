/**
 * What a reader of LTT traces needs to know of facilities: {@code eventdefs/}, ids, checksums, sizes of types.
 *
 * <p>Source: the references of facility files (sections 1 to 3), of the checksum (section 4) and of the trace format
 * (sections 1 and 5).
 */
package org.genevent.emitter.ltt;
