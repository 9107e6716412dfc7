/** Whether a trace has everything that it could have, so that what is not in it did not happen. */
package org.genevent.reader.verify;
