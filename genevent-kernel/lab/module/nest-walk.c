// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Walks the packets of this CPU in memory: at each instant they hold committed events only. */
#include <linux/kernel.h>
#include <linux/string.h>

#include "genevent-facility-lab.h"
#include "nest.h"
#include "ring.h"
#include "thread.h"
#include "trace.h"

unsigned long nest_walks, nest_faults;

/* Items of 8 bytes are aligned to the word. */
static size_t word_at(size_t at)
{
	return ALIGN(at, sizeof(long));
}

static bool is(unsigned int id, unsigned int index)
{
	return id == GENEVENT_LAB_HANDLE[index].state.id;
}

static size_t large_size(const unsigned char *payload, size_t left)
{
	const size_t size = sizeof(u32) + NEST_LARGE_BYTES;

	if (left < size || *(u32 *)payload != NEST_LARGE_BYTES ||
	    payload[sizeof(u32)] != NEST_LARGE_BYTE || payload[size - 1] != NEST_LARGE_BYTE)
		return 0;
	return size;
}

/* The size of an event's payload at a place; 0: it is none. */
static size_t payload_size(unsigned int id, const unsigned char *payload, size_t left)
{
	size_t at = word_at(sizeof(u32));
	u32 n = *(u32 *)payload;
	u64 value;

	if (id == GENEVENT_ID_FILLER_SMALL)
		return *payload + 1;
	if (id == GENEVENT_ID_FILLER)
		return sizeof(u32) + n;
	if (is(id, GENEVENT_LAB_INDEX_LARGE))
		return large_size(payload, left);
	if (left < at + sizeof(value))
		return 0;
	memcpy(&value, payload + at, sizeof(value));
	if (value != value_of(n))
		return 0;
	at += sizeof(value);
	if (is(id, GENEVENT_LAB_INDEX_INNER))
		return n < nest_inners ? at : 0;
	if (!is(id, GENEVENT_LAB_INDEX_THREAD) || n > nest_outers)
		return 0;
	at = word_at(at + strnlen(payload + at, left - at) + 1);
	if (at >= left || payload[at] != n % 5)
		return 0;
	return word_at(at + 1) + sizeof(u64) * payload[at];
}

static bool walk_packet(const struct genevent_packet_header *header)
{
	size_t at = sizeof(*header), end = header->content_size / 8;
	const unsigned char *packet = (const unsigned char *)header;
	u64 last = 0;

	if (end < at || end > header->packet_size / 8)
		return false;
	while (at < end) {
		u64 word = *(u64 *)(packet + at);
		u64 ns = word >> 16;
		size_t size;

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		ns = word & ((1ull << 48) - 1);
		word >>= 48;
#endif
		size = payload_size(word & 0xffff, packet + at + 8, end - at - 8);
		if (!size || size > end - at - 8 || ns < last || ns < header->timestamp_begin ||
		    ns > header->timestamp_end)
			return false;
		last = ns;
		at += 8 + size;
		if (at != end)
			at = ALIGN(at, 8);
	}
	return at == end;
}

/**
 * nest_walk() - walk the packets of this CPU
 * @when: for the kernel's log, if one of them is no prefix of committed events
 */
void nest_walk(const char *when)
{
	const struct gev_trace *trace = genevent_traces[0];
	const struct genevent_stream *stream;
	unsigned long at;

	if (!nest.walk || !trace)
		return;
	stream = raw_cpu_ptr(genevent_trace_of(trace)->streams[0]);
	for (at = 0; at < genevent_buffer_bytes(stream); at += genevent_sub_bytes(stream)) {
		if (genevent_header_at(stream, at)->magic != GENEVENT_MAGIC)
			continue;
		nest_walks++;
		if (!walk_packet(genevent_header_at(stream, at)) && nest_faults++ < 8)
			pr_info("LAB nest: %s: sub-buffer %lu is no prefix\n", when,
				at >> stream->sub_shift);
	}
}
