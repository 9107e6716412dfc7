/** The CTF emitter as a whole: golden files, and what babeltrace2 makes of hostile texts. */
package org.genevent.ctf;
