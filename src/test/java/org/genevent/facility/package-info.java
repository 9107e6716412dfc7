/** Facility files: the corpus of failing ones, the way out and back in, and the catalogue that ships. */
package org.genevent.facility;
