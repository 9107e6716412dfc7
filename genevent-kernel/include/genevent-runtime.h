/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * What generated headers call in the kernel, and what kernel code may call.
 *
 * An event costs one no-op while no trace wants it.  Otherwise it is written
 * to the stream of this CPU in each trace that does: from threads, soft and
 * hard interrupts, NMIs and probe handlers, without a lock, without waiting
 * and without waking anybody.  Where RCU is not watching (the innermost of the
 * idle loop, entry code) no event may be written.
 */
#ifndef GENEVENT_RUNTIME_H
#define GENEVENT_RUNTIME_H

#include <linux/bitops.h>
#include <linux/compiler.h>
#include <linux/jump_label.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <linux/ktime.h>
#include <linux/types.h>

/* So many traces exist at most; each has a bit in gev_event_state.wanted. */
#define GENEVENT_MAX_TRACES 16

/* So many writers of one CPU interrupt each other at most. */
#define GENEVENT_MAX_NESTING 8

struct gev_trace;
struct gev_facility;

/**
 * typedef genevent_state_dump_t - records what is already there when a trace starts
 * @facility: the facility whose events are to be written
 * @trace: the trace that starts; what events of scope="trace" take
 *
 * Called in process context; may sleep.  Must not control traces.
 */
typedef void (*genevent_state_dump_t)(const struct gev_facility *facility,
				      const struct gev_trace *trace);

/* What the runtime keeps with an event: */
struct gev_event_state {
	struct static_key_false key;	/* does any trace want it? */
	unsigned long wanted;		/* a bit for each trace that does */
	u16 id;				/* what it is called by in streams */
	u8 channel[GENEVENT_MAX_TRACES];	/* where it goes in each trace */
};

/* And with a facility: */
struct gev_facility_state {
	genevent_state_dump_t state_dump;
	void *known;
};

#define GEV_EVENT_STATE_INIT { .key = STATIC_KEY_FALSE_INIT }
#define GEV_FACILITY_STATE_INIT { NULL }

#include "genevent-rt.h"

struct genevent_stream;
struct genevent_sub;

/* A trace as writers see it. */
struct gev_trace {
	unsigned int slot;	/* its bit in gev_event_state.wanted */
	unsigned long later;	/* the bits of those that come after it */
};

/* Room for one event, between gev_reserve() and gev_commit(). */
struct gev_slot {
	struct genevent_stream *stream;
	struct genevent_sub *sub;
	void *payload;
	unsigned long begin;	/* first position that is ours, ... */
	unsigned long end;	/* ... and the first that is not */
	u64 ns;
};

extern struct gev_trace *genevent_traces[GENEVENT_MAX_TRACES];
DECLARE_PER_CPU(unsigned int, genevent_nesting);

void *genevent_reserve(struct gev_slot *slot, struct gev_trace *trace, struct gev_event *event,
		       size_t size);
void *genevent_reserve_in(struct gev_slot *slot, struct gev_trace *trace, struct gev_event *event,
			  unsigned int channel, size_t size);
void genevent_commit(struct gev_slot *slot);
void genevent_cancel(struct gev_slot *slot);
void genevent_lost(struct gev_event *event);
bool genevent_too_deep(struct gev_event *event);

/* A constant address, so that there is nothing to do but the no-op. */
#define gev_enabled(event) static_branch_unlikely(&(event)->state.key)

/* Traces that are not active want events with "force", too: the same bits say it. */
#define gev_present(event) gev_enabled(event)

static inline uint64_t gev_clock(void)
{
	return ktime_get_mono_fast_ns();
}

static inline void gev_lost(struct gev_event *event)
{
	genevent_lost(event);
}

static __always_inline bool gev_enter(struct gev_event *event)
{
	preempt_disable_notrace();
	__this_cpu_inc(genevent_nesting);
	if (unlikely(__this_cpu_read(genevent_nesting) > GENEVENT_MAX_NESTING))
		return genevent_too_deep(event);
	return true;
}

static __always_inline void gev_leave(struct gev_event *event)
{
	__this_cpu_dec(genevent_nesting);
	preempt_enable_notrace();
}

static __always_inline struct gev_trace *gev_trace_of(unsigned long wanted)
{
	/* A trace goes only when no event has wanted it for so long that no writer is left. */
	return wanted ? READ_ONCE(genevent_traces[__ffs(wanted)]) : NULL;
}

static __always_inline struct gev_trace *gev_first_trace(const struct gev_event *event,
							 bool force)
{
	return gev_trace_of(READ_ONCE(event->state.wanted));
}

static __always_inline struct gev_trace *gev_next_trace(const struct gev_event *event,
							const struct gev_trace *trace, bool force)
{
	return gev_trace_of(READ_ONCE(event->state.wanted) & trace->later);
}

static __always_inline bool gev_reserve(struct gev_slot *slot, struct gev_trace *trace,
					struct gev_event *event, unsigned int channel, size_t size)
{
	if (__builtin_constant_p(channel) && channel == GEV_EVENT_CHANNEL)
		slot->payload = genevent_reserve(slot, trace, event, size);
	else
		slot->payload = genevent_reserve_in(slot, trace, event, channel, size);
	return slot->payload;
}

static __always_inline void *gev_write_header(struct gev_slot *slot)
{
	return slot->payload;	/* in front of it, genevent_reserve() has put the header */
}

static __always_inline void gev_commit(struct gev_slot *slot)
{
	genevent_commit(slot);
}

static __always_inline void gev_cancel(struct gev_slot *slot)
{
	genevent_cancel(slot);
}

int genevent_register_facility(struct gev_facility *facility);
void genevent_unregister_facility(struct gev_facility *facility);
int genevent_set_state_dump(struct gev_event *handle, genevent_state_dump_t state_dump);

/**
 * typedef genevent_filter_t - says whether an event is recorded
 * @trace: the trace it would go to
 * @event: the event
 * @size: bytes of its context and payload
 *
 * Called where events are written, in any context, with preemption off.
 *
 * Return: true if it is to be recorded
 */
typedef bool (*genevent_filter_t)(const struct gev_trace *trace, const struct gev_event *event,
				  size_t size);

int genevent_register_filter(genevent_filter_t filter);
int genevent_unregister_filter(genevent_filter_t filter);
const char *genevent_trace_name(const struct gev_trace *trace);

#endif /* GENEVENT_RUNTIME_H */
