/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A stream: the sub-buffers of one CPU in one channel.
 *
 * Positions count bytes since the stream began and run freely; all comparisons
 * are modulo the word size.  Position p lies in the memory at p modulo the
 * buffer's size.  Writers of a CPU nest strictly: one that interrupts another
 * ends before the other goes on.
 *
 * @reserved is the end of the content.  An event begins at the next multiple
 * of 8, so that content ends with the last byte of the last event.
 *
 * The commit counter of a sub-buffer is a position, too.  While the
 * sub-buffer at position b is open, it is b plus the bytes that are
 * committed, holes in front of events included.  Who closes the sub-buffer
 * adds what is left of the whole buffer.  So it is
 *
 *	b			if the sub-buffer is free to be opened at b,
 *	@reserved		if all of it is committed that is reserved,
 *	b + buffer's size	if it is closed, and all of it is committed.
 *
 * A writer publishes in the packet's header while its own bytes are the only
 * ones that are not yet counted, and counts them after that by a compare and
 * exchange, which fails if somebody has come in between.  Since a sub-buffer
 * with uncounted bytes can neither be handed out nor be opened again, there
 * is no late store into the header of a packet that is somebody else's.
 */
#ifndef GENEVENT_RING_H
#define GENEVENT_RING_H

#include <linux/atomic.h>
#include <linux/irq_work.h>
#include <linux/mutex.h>
#include <linux/wait.h>
#include <asm/local.h>

#include "genevent-abi.h"
#include "genevent-runtime.h"

#define GENEVENT_HEADER_BYTES sizeof(struct genevent_packet_header)
#define GENEVENT_HEADER_BITS (GENEVENT_HEADER_BYTES * 8ull)
#define GENEVENT_RECORD_BYTES sizeof(u64)

/* Ids of records that mean nothing; facilities get those below. */
#define GENEVENT_ID_FILLER_SMALL 0xfffe
#define GENEVENT_ID_FILLER 0xffff

struct genevent_channel;

struct genevent_sub {
	local_t committed;
	local_t events;		/* committed since the stream began */
	unsigned long limit;	/* position behind the packet that its header is prepared for */
	struct genevent_packet_header *header;
	u32 end;		/* bytes of its content; from who closed it */
	u32 laps;		/* packets that were begun here */
	u64 end_ns;		/* from who closed it */
	unsigned long discarded;	/* likewise */
	unsigned long lap_events;	/* in the last packet that was completed */
	unsigned long counted;	/* of @events, those of completed packets */
};

struct genevent_stream {
	local_t reserved;
	unsigned long sub_mask;		/* bytes of a sub-buffer - 1 */
	unsigned long buffer_mask;	/* bytes of all - 1 */
	size_t size_limit;	/* payloads are smaller; 0: no memory yet */
	/* The sub-buffer that was opened last, or one before: right if both limits are the same. */
	unsigned long limit;
	struct genevent_sub *current_sub;
	unsigned char *memory;
	struct genevent_sub *subs;
	u64 last_ns;		/* time of the last event, or of one shortly before */
	u8 sub_shift;
	bool overwrite;
	local_t lost;
	local_t filtered;
	local_t cancelled;
	local_t overwritten;
	local_t delivered;
	unsigned long told;	/* losses that the last closed packet tells of */
	atomic_long_t consumed;	/* readers have taken what is below */

	unsigned int cpu;
	struct genevent_channel *channel;
	struct irq_work work;
	wait_queue_head_t wait;
	unsigned long opened;	/* bit 0: there is a reader */
	struct mutex reader;
	bool got;		/* a reader by mmap has the one at got_at */
	unsigned long got_at;
};

/* A record's header: 16 bits of id, then 48 of the clock, as integers of a structure lie. */
static inline u64 genevent_record_word(u16 id, u64 ns)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (u64)id << 48 | (ns & ((1ull << 48) - 1));
#else
	return ns << 16 | id;
#endif
}

static inline unsigned long genevent_sub_bytes(const struct genevent_stream *stream)
{
	return stream->sub_mask + 1;
}

static inline unsigned long genevent_buffer_bytes(const struct genevent_stream *stream)
{
	return stream->buffer_mask + 1;
}

static inline struct genevent_sub *genevent_sub_at(const struct genevent_stream *stream,
						   unsigned long position)
{
	return &stream->subs[(position & stream->buffer_mask) >> stream->sub_shift];
}

static inline unsigned char *genevent_memory_at(const struct genevent_stream *stream,
						unsigned long position)
{
	return stream->memory + (position & stream->buffer_mask);
}

static inline struct genevent_packet_header *
genevent_header_at(const struct genevent_stream *stream, unsigned long base)
{
	return (struct genevent_packet_header *)genevent_memory_at(stream, base);
}

/* Is the packet that begins at a position closed, and all of it committed? */
static inline bool genevent_complete(const struct genevent_stream *stream, unsigned long base)
{
	return (unsigned long)local_read(&genevent_sub_at(stream, base)->committed) ==
	       base + genevent_buffer_bytes(stream);
}

static inline bool genevent_ready(const struct genevent_stream *stream)
{
	return stream->memory &&
	       genevent_complete(stream, atomic_long_read(&stream->consumed));
}

/* What the clock may go back, in nanoseconds, when its slope is adjusted. */
#define GENEVENT_CLOCK_SLACK BIT(20)

/*
 * 48 bits of nanoseconds wrap after 78 hours, so after half of that a new
 * packet begins, which says all of the time.
 */
#define GENEVENT_LONG_GAP_BITS 47

/**
 * genevent_stream_time() - the time, not before that of the last event
 * @stream: the stream of this CPU
 * @gap: set if it is long after that
 *
 * The clock that NMIs may read goes back a little at times.  On 32 bits,
 * @last_ns may be read when it is half written, and is then far away.
 */
static __always_inline u64 genevent_stream_time(const struct genevent_stream *stream, bool *gap)
{
	u64 ns = ktime_get_mono_fast_ns();
	u64 since = ns - READ_ONCE(stream->last_ns);

	*gap = false;
	if (unlikely(since >> GENEVENT_LONG_GAP_BITS)) {
		if (-since <= GENEVENT_CLOCK_SLACK)
			ns -= since;
		else
			*gap = true;
	}
	return ns;
}

/* Events that no reader gets; what a packet tells at its end. */
static inline unsigned long genevent_discarded(const struct genevent_stream *stream)
{
	return local_read(&stream->lost) + local_read(&stream->overwritten);
}

void genevent_stream_count(struct genevent_stream *stream, struct genevent_sub *sub,
			   unsigned long bytes, unsigned long end, u64 ns);
void genevent_stream_open_sub(struct genevent_stream *stream, struct genevent_sub *sub,
			      unsigned long base, u64 ns);
void genevent_stream_prepare_sub(struct genevent_stream *stream, struct genevent_sub *sub,
				 unsigned long base);
void genevent_stream_close_sub(struct genevent_stream *stream, unsigned long end, u64 ns);

/* Before anything is written to a sub-buffer that is open, or about to be. */
static __always_inline void genevent_stream_join_sub(struct genevent_stream *stream,
						     struct genevent_sub *sub, unsigned long base)
{
	if (unlikely(READ_ONCE(sub->limit) != base + genevent_sub_bytes(stream)))
		genevent_stream_prepare_sub(stream, sub, base);	/* we interrupt who opens it */
}

bool genevent_stream_is_free(const struct genevent_stream *stream, unsigned long base);
void genevent_stream_flush(struct genevent_stream *stream);

#endif /* GENEVENT_RING_H */
