/** Holds the documentation against the code. */
package org.genevent.docs;
