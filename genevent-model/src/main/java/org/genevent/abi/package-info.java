/** What differs between targets: the sizes of the C types and the byte order. */
package org.genevent.abi;
