// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Counts what was written, and publishes it in the packet's header. */
#include <linux/export.h>

#include "ring.h"
#include "trace.h"

/* Everything is committed up to a position, of which the last event is as old as that. */
static inline void genevent_publish(struct genevent_packet_header *header, u64 end_ns,
				    unsigned long bytes)
{
	smp_wmb();	/* the events before the size that has them; pairs with whoever reads it */
	WRITE_ONCE(header->timestamp_end, end_ns);
	WRITE_ONCE(header->content_size, (u64)bytes * 8);
}

/* The packet is closed and ours is the last that was missing: nobody else touches it. */
static void genevent_finish(struct genevent_stream *stream, struct genevent_sub *sub,
			    unsigned long base)
{
	struct genevent_packet_header *header = genevent_header_at(stream, base);
	unsigned long events = local_read(&sub->events);

	sub->lap_events = events - sub->counted;
	sub->counted = events;
	WRITE_ONCE(header->events_discarded, sub->discarded);
	genevent_publish(header, sub->end_ns, sub->end);
}

/**
 * genevent_stream_count() - count bytes as committed
 * @stream: the stream of this CPU
 * @sub: where they are
 * @bytes: how many
 * @end: the position behind what they are
 * @ns: its time
 */
void notrace genevent_stream_count(struct genevent_stream *stream, struct genevent_sub *sub,
				   unsigned long bytes, unsigned long end, u64 ns)
{
	/* Nobody opens it anew as long as ours is not counted. */
	const unsigned long base = sub->limit - genevent_sub_bytes(stream);
	unsigned long old, new;

	do {
		old = local_read(&sub->committed);
		new = old + bytes;
		if (likely(new == (unsigned long)local_read(&stream->reserved) &&
			   new - base <= stream->sub_mask)) {
			bool gap;

			/* Behind ours, only events that came since are committed. */
			if (unlikely(new != end))
				ns = genevent_stream_time(stream, &gap);
			genevent_publish(genevent_header_at(stream, base), ns, new - base);
		} else if (new - base == genevent_buffer_bytes(stream)) {
			genevent_finish(stream, sub, base);
		}
		smp_wmb();	/* all of it before the count; pairs with readers */
	} while (unlikely((unsigned long)local_cmpxchg(&sub->committed, old, new) != old));
	if (unlikely(new - base == genevent_buffer_bytes(stream))) {
		local_inc(&stream->delivered);
		irq_work_queue(&stream->work);
	}
}

/**
 * genevent_commit() - the event is written
 * @slot: from genevent_reserve()
 */
void notrace genevent_commit(struct gev_slot *slot)
{
	const unsigned long begin = slot->begin, end = slot->end;
	struct genevent_stream *stream = slot->stream;
	struct genevent_sub *sub = slot->sub;
	const u64 ns = slot->ns;

	local_inc(&sub->events);
	/* What is in front of it is committed, and behind it there is nothing: the usual case. */
	if (likely((unsigned long)local_read(&sub->committed) == begin &&
		   (unsigned long)local_read(&stream->reserved) == end)) {
		genevent_publish(sub->header, ns, end & stream->sub_mask);
		smp_wmb();	/* all of it before the count; pairs with readers */
		if (likely((unsigned long)local_cmpxchg(&sub->committed, begin, end) == begin))
			return;
	}
	genevent_stream_count(stream, sub, end - begin, end, ns);
}
EXPORT_SYMBOL_GPL(genevent_commit);

/* Makes of a record one that means nothing: its length, then zeros. */
static void genevent_fill(struct gev_slot *slot, size_t size)
{
	u8 *payload = slot->payload;
	bool small = size <= 256;
	u16 id = small ? GENEVENT_ID_FILLER_SMALL : GENEVENT_ID_FILLER;

	*(u64 *)(payload - GENEVENT_RECORD_BYTES) = genevent_record_word(id, slot->ns);
	memset(payload, 0, size);
	if (small)
		*payload = size - 1;
	else
		*(u32 *)payload = size - sizeof(u32);
}

/**
 * genevent_cancel() - the event cannot be written after all
 * @slot: from genevent_reserve(), of a size that is not 0
 *
 * Gives the room back.  If an interrupt has taken some behind it, the event
 * becomes one that means nothing.  It is counted as lost.
 */
void notrace genevent_cancel(struct gev_slot *slot)
{
	struct genevent_stream *stream = slot->stream;
	bool opened = slot->begin == slot->sub->limit - genevent_sub_bytes(stream);
	unsigned long keep = slot->begin + (opened ? GENEVENT_HEADER_BYTES : 0);
	unsigned long header = ALIGN(keep, GEV_RECORD_ALIGN) + GENEVENT_RECORD_BYTES;

	local_inc(&stream->lost);
	if ((unsigned long)local_cmpxchg(&stream->reserved, slot->end, keep) == slot->end) {
		if (opened)
			genevent_stream_count(stream, slot->sub, GENEVENT_HEADER_BYTES, keep,
					      slot->ns);
		return;
	}
	local_inc(&stream->cancelled);
	genevent_fill(slot, slot->end - header);
	genevent_stream_count(stream, slot->sub, slot->end - slot->begin, slot->end, slot->ns);
}
EXPORT_SYMBOL_GPL(genevent_cancel);

/**
 * genevent_lost() - count an event that cannot be written
 * @event: the event
 *
 * Outside of gev_enter() and gev_leave().
 */
void notrace genevent_lost(struct gev_event *event)
{
	struct gev_trace *trace;

	preempt_disable_notrace();
	gev_for_each_trace(trace, event, false)
		local_inc(&genevent_own_stream(trace, event)->lost);
	preempt_enable_notrace();
}
EXPORT_SYMBOL_GPL(genevent_lost);

/**
 * genevent_too_deep() - gev_enter() has found too many writers on this CPU
 * @event: the event, which is counted as lost
 *
 * Return: false
 */
bool notrace genevent_too_deep(struct gev_event *event)
{
	genevent_lost(event);
	gev_leave(event);
	return false;
}
EXPORT_SYMBOL_GPL(genevent_too_deep);
