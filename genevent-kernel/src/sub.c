// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Opens and closes sub-buffers; on the CPU of their stream, with preemption off. */
#include "ring.h"

/**
 * genevent_stream_is_free() - may a sub-buffer be opened?
 * @stream: the stream of this CPU
 * @base: the position that it would be opened at
 */
bool notrace genevent_stream_is_free(const struct genevent_stream *stream, unsigned long base)
{
	if (!stream->overwrite &&
	    base - atomic_long_read(&stream->consumed) > stream->buffer_mask)
		return false;
	/* Somebody whom we interrupt may still be writing there. */
	return (unsigned long)local_read(&genevent_sub_at(stream, base)->committed) == base;
}

/* Pushes readers out of what is going to be overwritten. */
static void genevent_push(struct genevent_stream *stream, unsigned long base)
{
	unsigned long least = base + genevent_sub_bytes(stream) - genevent_buffer_bytes(stream);
	unsigned long at = atomic_long_read(&stream->consumed);

	while ((long)(least - at) > 0) {
		unsigned long seen = atomic_long_cmpxchg(&stream->consumed, at, least);

		if (seen == at) {
			for (; at != least; at += genevent_sub_bytes(stream))
				local_add(genevent_sub_at(stream, at)->lap_events,
					  &stream->overwritten);
			return;
		}
		at = seen;
	}
}

/**
 * genevent_stream_prepare_sub() - make a sub-buffer an empty packet
 * @stream: the stream of this CPU
 * @sub: the sub-buffer
 * @base: its position, which is reserved
 *
 * By whoever opens it, or by one who interrupts that before it is done, since
 * what is written then must not lie within the packet that was there before.
 */
void notrace genevent_stream_prepare_sub(struct genevent_stream *stream, struct genevent_sub *sub,
					 unsigned long base)
{
	struct genevent_packet_header *header = genevent_header_at(stream, base);

	if (stream->overwrite)
		genevent_push(stream, base);
	WRITE_ONCE(header->content_size, GENEVENT_HEADER_BITS);
	smp_wmb();	/* before any event; pairs with whoever reads the size */
	WRITE_ONCE(sub->limit, base + genevent_sub_bytes(stream));
}

/**
 * genevent_stream_open_sub() - begin a packet
 * @stream: the stream of this CPU
 * @sub: the sub-buffer
 * @base: its position, which the caller has reserved together with its event
 * @ns: the event's time
 */
void notrace genevent_stream_open_sub(struct genevent_stream *stream, struct genevent_sub *sub,
				      unsigned long base, u64 ns)
{
	struct genevent_packet_header *header = genevent_header_at(stream, base);
	u64 number = base >> stream->sub_shift;

	/* Where positions have 32 bits, packets are more. */
	if (!IS_ENABLED(CONFIG_64BIT))
		number = (u64)sub->laps * (genevent_buffer_bytes(stream) >> stream->sub_shift) +
			 (sub - stream->subs);
	genevent_stream_prepare_sub(stream, sub, base);
	WRITE_ONCE(header->timestamp_end, ns);
	WRITE_ONCE(header->timestamp_begin, ns);
	WRITE_ONCE(header->packet_seq_num, number);
	WRITE_ONCE(header->events_discarded, genevent_discarded(stream));
	smp_wmb();	/* a packet without magic number is none */
	WRITE_ONCE(header->magic, GENEVENT_MAGIC);
	sub->laps++;
}

/**
 * genevent_stream_close_sub() - end a packet
 * @stream: the stream of this CPU
 * @end: the end of its content; what is behind is reserved by the caller
 * @ns: the time of that
 */
void notrace genevent_stream_close_sub(struct genevent_stream *stream, unsigned long end, u64 ns)
{
	unsigned long base = end & ~stream->sub_mask;
	struct genevent_sub *sub = genevent_sub_at(stream, base);

	sub->end = end - base;
	sub->end_ns = ns;
	sub->discarded = genevent_discarded(stream);
	WRITE_ONCE(stream->told, sub->discarded);
	genevent_stream_count(stream, sub, base + genevent_buffer_bytes(stream) - end, end, ns);
}

/* Begins a packet without an event, if losses are still to be told. */
static bool genevent_open_empty(struct genevent_stream *stream, unsigned long base, u64 ns)
{
	unsigned long end = base + GENEVENT_HEADER_BYTES;
	struct genevent_sub *sub = genevent_sub_at(stream, base);

	if (genevent_discarded(stream) == READ_ONCE(stream->told) ||
	    !genevent_stream_is_free(stream, base))
		return false;
	if ((unsigned long)local_cmpxchg(&stream->reserved, base, end) != base)
		return true;
	genevent_stream_open_sub(stream, sub, base, ns);
	genevent_stream_count(stream, sub, GENEVENT_HEADER_BYTES, end, ns);
	return true;
}

/**
 * genevent_stream_flush() - close the open packet
 * @stream: the stream of this CPU
 *
 * If there is none but losses that no packet tells of, an empty one does.
 */
void genevent_stream_flush(struct genevent_stream *stream)
{
	unsigned long old, next;
	bool gap;
	u64 ns;

	for (;;) {
		old = local_read(&stream->reserved);
		ns = genevent_stream_time(stream, &gap);
		if (!(old & stream->sub_mask)) {
			if (!genevent_open_empty(stream, old, ns))
				return;
			continue;
		}
		next = (old + stream->sub_mask) & ~stream->sub_mask;
		if ((unsigned long)local_cmpxchg(&stream->reserved, old, next) == old)
			break;
	}
	WRITE_ONCE(stream->last_ns, ns);
	genevent_stream_close_sub(stream, old, ns);
}
