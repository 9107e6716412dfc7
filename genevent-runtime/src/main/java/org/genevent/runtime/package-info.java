/**
 * The tracing runtime: what generated tracers call, and what programs use to start, stop and look at sessions.
 *
 * <p><b>Programs</b> use {@link org.genevent.runtime.Session}, or the environment variable {@code GENEVENT_TRACE}, and
 * the tracer classes that were generated for them. Everything here is safe for use by several threads unless it says
 * otherwise.
 *
 * <p><b>Generated tracers</b> define a {@link org.genevent.runtime.TracedFacility} once. For each event they ask its
 * {@link org.genevent.runtime.Tracepoint} for a {@link org.genevent.runtime.Route}; without a session there is none,
 * which is the one predictable branch of a disabled event. Each route gives an {@link
 * org.genevent.runtime.EventWriter}: begin reserves and stamps, the puts write the payload, commit publishes.
 *
 * <p><b>Guarantees</b>: a tracing call never throws, never blocks, allocates nothing after the first event of a thread;
 * memory is bounded by the session's configuration; what cannot be written is counted and the count is in the trace; a
 * killed process loses no event that was committed.
 */
package org.genevent.runtime;
