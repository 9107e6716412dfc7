/** Texts that generated ones must equal, and the one switch that renews them. */
package org.genevent.golden;
