/**
 * Prints a facility as a Java tracer class.
 *
 * <p>{@link org.genevent.emitter.java.JavaEmitter} is all that others see. The tie between fields and Java types comes as
 * a {@link org.genevent.binding.JavaTracer}, or is made for facilities from elsewhere; the write plan says what is put
 * where. A payload is printed in one of two forms: written straight into reserved space, or put together in a buffer first
 * where values can change or fail while they are read.
 */
package org.genevent.emitter.java;
