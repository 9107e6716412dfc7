// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Takes room for an event: one compare and exchange, the clock read before it. */
#include <linux/export.h>

#include "filter.h"
#include "ring.h"
#include "trace.h"

/*
 * 48 bits of nanoseconds wrap after 78 hours.  A packet whose events have all
 * the same bits above the 47th leaves no doubt; the next half begins a new one.
 */
static inline u32 genevent_epoch(u64 ns)
{
	return ns >> 47;
}

/**
 * genevent_reserve() - take the time and room for an event
 * @slot: filled in
 * @trace: the trace
 * @event: the event
 * @channel: index of a channel of the trace, or GEV_EVENT_CHANNEL
 * @size: bytes of context and payload
 *
 * Between gev_enter() and gev_leave().
 *
 * Return: false if a filter refused the event, or if there is no room, which
 * is then counted
 */
bool notrace genevent_reserve(struct gev_slot *slot, struct gev_trace *trace,
			      struct gev_event *event, unsigned int channel, size_t size)
{
	struct genevent_stream *stream = genevent_trace_stream(trace, event, channel);
	unsigned long old, base, end, record;
	struct genevent_sub *sub;
	bool next;
	u64 ns;

	if (genevent_filters() && !genevent_filter_wants(trace, event, size)) {
		local_inc(&stream->filtered);
		return false;
	}
	if (unlikely(size >= stream->size_limit))
		goto lost;
	for (;;) {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream);
		end = ALIGN(old, GEV_RECORD_ALIGN) + GENEVENT_RECORD_BYTES + size;
		/* An end on the boundary is beyond it: whoever comes next closes. */
		next = ((end ^ (old - 1)) & ~stream->sub_mask) ||
		       genevent_epoch(ns) != READ_ONCE(stream->epoch);
		if (unlikely(next)) {
			base = (old + stream->sub_mask) & ~stream->sub_mask;
			end = base + GENEVENT_HEADER_BYTES + GENEVENT_RECORD_BYTES + size;
			if (!genevent_stream_is_free(stream, base)) {
				if (local_read(&stream->reserved) == old)
					goto lost;
				continue;	/* somebody has opened it meanwhile */
			}
		}
		if (likely((unsigned long)local_cmpxchg(&stream->reserved, old, end) == old))
			break;
	}

	WRITE_ONCE(stream->last_ns, ns);
	base = (end - 1) & ~stream->sub_mask;
	sub = genevent_sub_at(stream, base);
	if (unlikely(next)) {
		WRITE_ONCE(stream->epoch, genevent_epoch(ns));
		if (old & stream->sub_mask)
			genevent_stream_close_sub(stream, old, ns);
		genevent_stream_open_sub(stream, sub, base, ns);
	} else if (unlikely(READ_ONCE(sub->opened) != base)) {
		/* We have interrupted who opens it. */
		genevent_stream_prepare_sub(stream, sub, base);
	}
	record = end - size - GENEVENT_RECORD_BYTES;
	slot->stream = stream;
	slot->sub = sub;
	slot->base = base;
	slot->begin = next ? base : old;
	slot->end = end;
	slot->ns = ns;
	slot->size = size;
	slot->word = genevent_record_word(event->state.id, ns);
	slot->record = genevent_memory_at(stream, record);
	if (!next && old != record)
		memset(genevent_memory_at(stream, old), 0, record - old);
	return true;

lost:
	local_inc(&stream->lost);
	return false;
}
EXPORT_SYMBOL_GPL(genevent_reserve);
