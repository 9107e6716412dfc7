/** Descriptors and traces in the formats of LTT. */
package org.genevent.ltt;
