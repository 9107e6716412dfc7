/**
 * Generated C headers, compiled by gcc and run against the test runtime in {@code src/test/c}.
 *
 * <p>Nothing here knows how the emitter names or forms things: {@link org.genevent.kernel.CHeader} reads that from the
 * headers, as a user would.
 */
package org.genevent.kernel;
