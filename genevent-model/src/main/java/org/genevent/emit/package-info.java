/**
 * What an emitter is: it gets finished plans and returns named texts.
 *
 * <p>Emitters are found by {@link java.util.ServiceLoader}. They write no file, compute no offset and keep no state
 * between calls. What a target cannot express they report before anything is made.
 */
package org.genevent.emit;
