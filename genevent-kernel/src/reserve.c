// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Takes room for an event: one compare and exchange, the clock read before it. */
#include <linux/export.h>

#include "filter.h"
#include "ring.h"
#include "trace.h"

/* The room is ours, from the payload's position up to @end.  Returns where the payload lies. */
static __always_inline void *genevent_give(struct gev_slot *slot, struct genevent_stream *stream,
					   struct genevent_sub *sub, u16 id, unsigned long at,
					   unsigned long end, u64 ns)
{
	unsigned char *payload = genevent_memory_at(stream, at);

	*(u64 *)(payload - GENEVENT_RECORD_BYTES) = genevent_record_word(id, ns);
	slot->stream = stream;
	slot->sub = sub;
	slot->end = end;
	slot->ns = ns;
	return payload;
}

/* Where the payload of an event lies that begins at the next multiple of 8. */
static __always_inline unsigned long genevent_payload_behind(unsigned long position)
{
	return ALIGN(position + GENEVENT_RECORD_BYTES, GEV_RECORD_ALIGN);
}

/* In front of an event there may be up to 7 bytes that belong to nobody. */
static __always_inline void genevent_zero_hole(struct genevent_stream *stream, unsigned long at)
{
	if (unlikely(at & (GEV_RECORD_ALIGN - 1)))
		memset(genevent_memory_at(stream, at), 0, -at & (GEV_RECORD_ALIGN - 1));
}

/*
 * The same as genevent_reserve(), but also where the event does not fit into
 * the open sub-buffer, or none is open.
 */
static noinline notrace void *genevent_reserve_next(struct gev_slot *slot,
						    struct genevent_stream *stream, u16 id,
						    size_t size)
{
	unsigned long old, base, at, end;
	struct genevent_sub *sub;
	bool next, gap;
	u64 ns;

	if (size >= READ_ONCE(stream->size_limit))
		goto lost;
	for (;;) {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream, &gap);
		base = old & ~stream->sub_mask;
		at = genevent_payload_behind(old);
		end = at + size;
		next = gap || old == base || end - base > stream->sub_mask;
		if (next) {
			base = (old + stream->sub_mask) & ~stream->sub_mask;
			at = base + GENEVENT_HEADER_BYTES + GENEVENT_RECORD_BYTES;
			end = at + size;
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
	sub = genevent_sub_at(stream, base);
	if (next) {
		if (old & stream->sub_mask)
			genevent_stream_close_sub(stream, old, ns);
		genevent_stream_open_sub(stream, sub, base, ns);
	} else {
		genevent_stream_join_sub(stream, sub, base);
		genevent_zero_hole(stream, old);
	}
	WRITE_ONCE(stream->current_sub, sub);
	WRITE_ONCE(stream->limit, base + genevent_sub_bytes(stream));
	return genevent_give(slot, stream, sub, id, at, end, ns);

lost:
	local_inc(&stream->lost);
	return NULL;
}

static __always_inline void *genevent_reserve_on(struct gev_slot *slot,
						 struct genevent_stream *stream,
						 struct gev_trace *trace, struct gev_event *event,
						 size_t size)
{
	unsigned long old, at, end, limit;
	struct genevent_sub *sub;
	bool gap;
	u64 ns;

	if (genevent_filters() && !genevent_filter_wants(trace, event, size)) {
		local_inc(&stream->filtered);
		return NULL;
	}
	do {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream, &gap);
		at = genevent_payload_behind(old);
		end = at + size;
		limit = READ_ONCE(stream->limit);
		sub = READ_ONCE(stream->current_sub);
		/* An end on the boundary is beyond it: whoever comes next closes. */
		if (unlikely((long)(end - limit) >= 0 || READ_ONCE(sub->limit) != limit || gap))
			return genevent_reserve_next(slot, stream, event->state.id, size);
	} while (unlikely((unsigned long)local_cmpxchg(&stream->reserved, old, end) != old));

	WRITE_ONCE(stream->last_ns, ns);
	slot->begin = old;
	genevent_zero_hole(stream, old);
	return genevent_give(slot, stream, sub, event->state.id, at, end, ns);
}

/**
 * genevent_reserve() - take the time and room for an event in its own channel
 * @slot: filled in
 * @trace: the trace
 * @event: the event
 * @size: bytes of context and payload
 *
 * Between gev_enter() and gev_leave().
 *
 * Return: where the payload is to be written; NULL if a filter refused the
 * event, or if there is no room, which is then counted
 */
notrace void *genevent_reserve(struct gev_slot *slot, struct gev_trace *trace,
			       struct gev_event *event, size_t size)
{
	return genevent_reserve_on(slot, genevent_own_stream(trace, event), trace, event, size);
}
EXPORT_SYMBOL_GPL(genevent_reserve);

/**
 * genevent_reserve_in() - the same, in a channel that the caller says
 * @slot: filled in
 * @trace: the trace
 * @event: the event
 * @channel: index of a channel of the trace; if there is none, the event's own
 * @size: bytes of context and payload
 *
 * Return: as genevent_reserve()
 */
notrace void *genevent_reserve_in(struct gev_slot *slot, struct gev_trace *trace,
				  struct gev_event *event, unsigned int channel, size_t size)
{
	return genevent_reserve_on(slot, genevent_stream_in(trace, event, channel), trace, event,
				   size);
}
EXPORT_SYMBOL_GPL(genevent_reserve_in);
