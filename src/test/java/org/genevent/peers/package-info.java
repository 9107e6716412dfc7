/**
 * Traces of tracers that we did not write, made by these tests and read by our reader and babeltrace2: LTTng-UST from C and
 * through its Java agent, and barectf in both byte orders. What they run stands in {@code src/test/peers}.
 */
package org.genevent.peers;
