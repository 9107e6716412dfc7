// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Takes room for an event: one compare and exchange, the clock read before it. */
#include <linux/export.h>

#include "filter.h"
#include "ring.h"
#include "trace.h"

/* The room is ours: up to @end, with the payload at its end. */
static __always_inline void genevent_give(struct gev_slot *slot, struct genevent_stream *stream,
					  struct genevent_sub *sub, u16 id, unsigned long end,
					  size_t size, u64 ns)
{
	unsigned char *payload = genevent_memory_at(stream, end - size);

	*(u64 *)(payload - GENEVENT_RECORD_BYTES) = genevent_record_word(id, ns);
	slot->stream = stream;
	slot->sub = sub;
	slot->payload = payload;
	slot->end = end;
	slot->ns = ns;
}

/*
 * The same as genevent_reserve(), but also where the event does not fit into
 * the open sub-buffer, or none is open.
 */
static noinline notrace bool genevent_reserve_next(struct gev_slot *slot,
						   struct genevent_stream *stream, u16 id,
						   size_t size)
{
	unsigned long old, base, end;
	bool next, gap;
	u64 ns;

	if (size >= READ_ONCE(stream->size_limit))
		goto lost;
	for (;;) {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream, &gap);
		base = old & ~stream->sub_mask;
		end = ALIGN(old, GEV_RECORD_ALIGN) + GENEVENT_RECORD_BYTES + size;
		next = gap || old == base || end - base > stream->sub_mask;
		if (next) {
			base = (old + stream->sub_mask) & ~stream->sub_mask;
			end = base + GENEVENT_HEADER_BYTES + GENEVENT_RECORD_BYTES + size;
			if (!genevent_stream_is_free(stream, base)) {
				if (local_read(&stream->reserved) == old)
					goto lost;
				continue;	/* somebody has opened it meanwhile */
			}
		}
		if ((unsigned long)local_cmpxchg(&stream->reserved, old, end) == old)
			break;
	}
	WRITE_ONCE(stream->last_ns, ns);
	slot->begin = next ? base : old;
	if (next) {
		if (old & stream->sub_mask)
			genevent_stream_close_sub(stream, old, ns);
		genevent_stream_open_sub(stream, genevent_sub_at(stream, base), base, ns);
	} else {
		genevent_stream_join_sub(stream, genevent_sub_at(stream, base), base);
		memset(genevent_memory_at(stream, old), 0, ALIGN(old, GEV_RECORD_ALIGN) - old);
	}
	genevent_give(slot, stream, genevent_sub_at(stream, base), id, end, size, ns);
	return true;

lost:
	local_inc(&stream->lost);
	return false;
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
	unsigned long old, record, end, base;
	struct genevent_sub *sub;
	bool gap;
	u64 ns;

	if (genevent_filters() && !genevent_filter_wants(trace, event, size)) {
		local_inc(&stream->filtered);
		return false;
	}
	do {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream, &gap);
		record = ALIGN(old, GEV_RECORD_ALIGN);
		end = record + GENEVENT_RECORD_BYTES + size;
		/* An end on the boundary is beyond it: whoever comes next closes. */
		if (unlikely(((end ^ (old - 1)) & ~stream->sub_mask) || gap))
			return genevent_reserve_next(slot, stream, event->state.id, size);
	} while (unlikely((unsigned long)local_cmpxchg(&stream->reserved, old, end) != old));

	WRITE_ONCE(stream->last_ns, ns);
	base = old & ~stream->sub_mask;
	sub = genevent_sub_at(stream, base);
	genevent_stream_join_sub(stream, sub, base);
	slot->begin = old;
	if (old != record)
		memset(genevent_memory_at(stream, old), 0, record - old);
	genevent_give(slot, stream, sub, event->state.id, end, size, ns);
	return true;
}
EXPORT_SYMBOL_GPL(genevent_reserve);
