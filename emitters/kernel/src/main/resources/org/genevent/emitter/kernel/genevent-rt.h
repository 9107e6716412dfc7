/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What generated headers and a runtime agree on.
 *
 * The generator puts this file beside the headers it makes.  A generated
 * header includes <genevent-runtime.h>, which a runtime provides.  That header
 *
 *   1. defines struct gev_event_state and struct gev_facility_state (what the
 *      runtime keeps with each event and facility) and the macros
 *      GEV_EVENT_STATE_INIT and GEV_FACILITY_STATE_INIT (how they start),
 *   2. includes this file,
 *   3. defines struct gev_slot and the calls below, as functions or macros.
 *
 * The calls, in the order of an event's life.  event is always the address of
 * an element of a facility's handle, a constant, so that the first one can be
 * a static key.
 *
 *   bool gev_enabled(event)
 *	Is there an active trace that wants the event?  The only call made when
 *	there is none.
 *   bool gev_present(event)
 *	The same for events with the attribute "force": is there any trace,
 *	active or not?
 *   uint64_t gev_clock(void)
 *	The clock of the trace in nanoseconds; never 0.
 *   void gev_lost(event)
 *	The event cannot be written: a sequence is longer than its length field
 *	can say, a variant's tag is none of its options, or all of it is larger
 *	than GEV_MAX_SIZE.  Counts it once for each trace that wants it.  Called
 *	outside of gev_enter() and gev_leave().
 *   bool gev_enter(event)
 *	Keeps the writer on its CPU, and the traces alive, until gev_leave().
 *	False if writers are nested too deeply; the event is then counted as
 *	lost, and gev_leave() is not called.
 *   struct gev_trace *gev_first_trace(event, force)
 *   struct gev_trace *gev_next_trace(event, trace, force)
 *	The traces that want the event, NULL behind the last; with force also
 *	those that are not active.
 *   bool gev_reserve(slot, trace, event, channel, size)
 *	Takes the time and reserves size bytes behind an event header.  channel
 *	is an index, or GEV_EVENT_CHANNEL for the event's own.  False if there
 *	is no room; the event is then counted as lost in this trace.
 *   void *gev_write_header(slot)
 *	Writes the event header.  Returns the first of the reserved bytes, on a
 *	multiple of GEV_RECORD_ALIGN.
 *   void gev_commit(slot)
 *	The bytes are all written: adds them to the commit count, and publishes
 *	what is committed in the header of the sub-buffer, so that the
 *	sub-buffer can be read up to there at any instant.
 *   void gev_cancel(slot)
 *	Instead of the last one: the values changed while they were being
 *	written, and the bytes are no event.  Makes a reader skip them and
 *	counts the event as lost in this trace.  Their number is not 0.
 *   void gev_leave(event)
 *	Ends what gev_enter() began.
 */
#ifndef GENEVENT_RT_H
#define GENEVENT_RT_H

#ifdef __KERNEL__
#include <linux/stddef.h>
#include <linux/types.h>
#else
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#endif

/* Changes with everything that a generated header or a runtime must know. */
#define GEV_INTERFACE 2

/* The context and the payload of an event begin at multiples of this. */
#define GEV_RECORD_ALIGN 8

/* No event is larger, and no sum of a few dozen sizes overflows. */
#define GEV_MAX_SIZE ((size_t)1 << 24)

/* In the place of a channel's index: the channel that the event declares. */
#define GEV_EVENT_CHANNEL (~0u)

#define GEV_NO_INSTRUMENT __attribute__((__no_instrument_function__))

/* A structure without padding of its own, as aligned as a payload is. */
#define GEV_PAYLOAD __attribute__((__packed__, __aligned__(GEV_RECORD_ALIGN)))

#define gev_for_each_trace(trace, event, force)				\
	for ((trace) = gev_first_trace(event, force); (trace);		\
	     (trace) = gev_next_trace(event, trace, force))

#define GEV_ASSERT_SIZE(type, size)					\
	_Static_assert(sizeof(type) == (size),				\
		       "genevent: " #type " has not the planned size")

#define GEV_ASSERT_PLACE(type, member, offset, size)			\
	_Static_assert(offsetof(type, member) == (offset) &&		\
		       sizeof(((type *)0)->member) == (size),		\
		       "genevent: " #member " is not at its planned place in " #type)

/* Both are as large as size_t in a trace, whatever <sys/types.h> says. */
typedef ptrdiff_t gev_ssize_t;
typedef ptrdiff_t gev_off_t;

/* IEEE 754 numbers.  The kernel has no floating point: it passes the bits. */
#ifdef __KERNEL__
typedef uint32_t gev_float32;
typedef uint64_t gev_float64;
#else
typedef float gev_float32;
typedef double gev_float64;
#endif

/* What an event asks of the runtime, in gev_event.flags. */
enum gev_event_flags {
	GEV_FORCE = 1,		/* written also to traces that are not active */
	GEV_HIGH_PRIORITY = 2,	/* should go where less is lost */
	GEV_DURATION = 4,	/* the first field is the event's length in ns */
	GEV_ANY_CHANNEL = 8,	/* goes to whatever channel its caller says */
};

/* How payloads are laid out. */
enum gev_layout {
	GEV_LAYOUT_NATURAL,	/* as TSDL can say it */
	GEV_LAYOUT_LTT,		/* with padding behind strings and sequences */
};

struct gev_trace;
struct gev_slot;
struct gev_facility;

/**
 * struct gev_event - an event of a facility; an element of the facility's handle
 * @facility: the facility
 * @name: its name within the facility
 * @channel: the channel it goes to
 * @fields: its fields as TSDL, in pieces, NULL behind the last; NULL without
 *          fields, or under a layout that TSDL cannot describe
 * @id: its id within the facility
 * @level: how much it matters, from 0 (the gravest) to 14
 * @flags: enum gev_event_flags
 * @state: the runtime's own
 */
struct gev_event {
	const struct gev_facility *facility;
	const char *name;
	const char *channel;
	const char *const *fields;
	uint16_t id;
	uint8_t level;
	uint8_t flags;
	struct gev_event_state state;
};

/**
 * struct gev_facility - a facility, as its loader registers it
 * @name: its name
 * @events: its events, in the order of the file
 * @nr_events: how many there are
 * @context: its context fields as TSDL, like &gev_event.fields
 * @pairs: events that belong together, "NAME BEGIN END FIELD,FIELD", NULL
 *         behind the last
 * @checksum: changes with everything that a reader of the payload must know
 * @layout: enum gev_layout
 * @alignment: the word in bytes, or 0 if nothing is aligned
 * @int_size: bytes of int and enumerations
 * @long_size: bytes of long
 * @pointer_size: bytes of pointers
 * @size_t_size: bytes of size_t
 * @state: the runtime's own
 */
struct gev_facility {
	const char *name;
	struct gev_event *events;
	unsigned int nr_events;
	const char *const *context;
	const char *const *pairs;
	uint32_t checksum;
	uint8_t layout;
	uint8_t alignment;
	uint8_t int_size;
	uint8_t long_size;
	uint8_t pointer_size;
	uint8_t size_t_size;
	struct gev_facility_state state;
};

/* The next multiple of a power of two. */
static inline size_t gev_align(size_t position, size_t alignment)
{
	return (position + alignment - 1) & ~(alignment - 1);
}

static inline void gev_copy(void *to, const void *from, size_t size)
{
	if (size)
		__builtin_memcpy(to, from, size);
}

static inline void gev_zero(void *to, size_t size)
{
	if (size)
		__builtin_memset(to, 0, size);
}

static inline void gev_copy_or_zero(void *to, const void *from, size_t size)
{
	if (from)
		gev_copy(to, from, size);
	else
		gev_zero(to, size);
}

static inline uint16_t gev_be16(uint16_t value)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return value;
#else
	return __builtin_bswap16(value);
#endif
}

static inline uint32_t gev_be32(uint32_t value)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return value;
#else
	return __builtin_bswap32(value);
#endif
}

static inline uint64_t gev_be64(uint64_t value)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return value;
#else
	return __builtin_bswap64(value);
#endif
}

/* Stores at any address. */
static inline void gev_put_u8(void *to, uint8_t value)
{
	__builtin_memcpy(to, &value, sizeof(value));
}

static inline void gev_put_u16(void *to, uint16_t value)
{
	__builtin_memcpy(to, &value, sizeof(value));
}

static inline void gev_put_u32(void *to, uint32_t value)
{
	__builtin_memcpy(to, &value, sizeof(value));
}

static inline void gev_put_u64(void *to, uint64_t value)
{
	__builtin_memcpy(to, &value, sizeof(value));
}

/* Bytes of a string with its zero byte; beyond GEV_MAX_SIZE, just more than that. */
static inline size_t gev_string_size(const char *text)
{
	size_t length = text ? __builtin_strlen(text) : 0;

	return length < GEV_MAX_SIZE ? length + 1 : GEV_MAX_SIZE + 1;
}

/*
 * Writes a string of a size that was measured before.  It may have changed
 * since: what is missing is filled with '#', what is too much is left out, so
 * that there is exactly one zero byte, at the end.
 */
static inline void gev_put_string(void *to, const char *text, size_t size)
{
	const volatile char *from = text;
	unsigned char *out = to;
	size_t i = 0;

	if (text) {
		for (; i + 1 < size; i++) {
			char c = from[i];

			if (!c)
				break;
			out[i] = (unsigned char)c;
		}
	}
	for (; i + 1 < size; i++)
		out[i] = '#';
	out[i] = 0;
}

/**
 * struct gev_cursor - walks through values whose sizes only the values know
 * @to: the start of the payload, or NULL while only measuring
 * @at: the position, in bytes from the start of the payload
 * @end: nothing is written from here on
 * @failed: something cannot be written, or does not fit
 *
 * The same function measures and writes.  The values may change in between;
 * then writing fails, or ends elsewhere than measured, and never behind @end.
 */
struct gev_cursor {
	unsigned char *to;
	size_t at;
	size_t end;
	bool failed;
};

static inline void gev_cursor_fail(struct gev_cursor *cursor)
{
	cursor->at = cursor->end;
	cursor->failed = true;
}

/* Begins to measure at a position. */
static inline void gev_measure(struct gev_cursor *cursor, size_t at)
{
	cursor->to = NULL;
	cursor->at = at;
	cursor->end = GEV_MAX_SIZE;
	cursor->failed = false;
	if (at > GEV_MAX_SIZE)
		gev_cursor_fail(cursor);
}

/* Begins to write at a position what was measured up to another. */
static inline void gev_write(struct gev_cursor *cursor, unsigned char *to, size_t at, size_t end)
{
	cursor->to = to;
	cursor->at = at;
	cursor->end = end;
	cursor->failed = false;
}

/* Was everything written, to the end that was measured? */
static inline bool gev_written(const struct gev_cursor *cursor)
{
	return !cursor->failed && cursor->at == cursor->end;
}

/* Moves over bytes; NULL if there is nothing to write to them. */
static inline unsigned char *gev_cursor_take(struct gev_cursor *cursor, size_t size)
{
	unsigned char *to;

	if (size > cursor->end - cursor->at) {
		gev_cursor_fail(cursor);
		return NULL;
	}
	to = cursor->to ? cursor->to + cursor->at : NULL;
	cursor->at += size;
	return to;
}

static inline void gev_cursor_zero(struct gev_cursor *cursor, size_t size)
{
	unsigned char *to = gev_cursor_take(cursor, size);

	if (to)
		gev_zero(to, size);
}

static inline void gev_cursor_align(struct gev_cursor *cursor, size_t alignment)
{
	gev_cursor_zero(cursor, gev_align(cursor->at, alignment) - cursor->at);
}

static inline void gev_cursor_put(struct gev_cursor *cursor, const void *from, size_t size)
{
	unsigned char *to = gev_cursor_take(cursor, size);

	if (to)
		gev_copy(to, from, size);
}

static inline void gev_cursor_u8(struct gev_cursor *cursor, uint8_t value)
{
	gev_cursor_put(cursor, &value, sizeof(value));
}

static inline void gev_cursor_u16(struct gev_cursor *cursor, uint16_t value)
{
	gev_cursor_put(cursor, &value, sizeof(value));
}

static inline void gev_cursor_u32(struct gev_cursor *cursor, uint32_t value)
{
	gev_cursor_put(cursor, &value, sizeof(value));
}

static inline void gev_cursor_u64(struct gev_cursor *cursor, uint64_t value)
{
	gev_cursor_put(cursor, &value, sizeof(value));
}

static inline void gev_cursor_string(struct gev_cursor *cursor, const char *text)
{
	size_t size = gev_string_size(text);
	unsigned char *to = gev_cursor_take(cursor, size);

	if (to)
		gev_put_string(to, text, size);
}

#endif /* GENEVENT_RT_H */
