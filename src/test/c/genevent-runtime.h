/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * A runtime for the tests, in user space: it keeps nothing, but prints every
 * event that is committed, and ends the program when a call comes in the wrong
 * order or a byte outside of the reserved ones is touched.
 *
 * It makes use of nothing but what genevent-rt.h says.
 */
#ifndef GENEVENT_RUNTIME_H
#define GENEVENT_RUNTIME_H

#ifndef __KERNEL__
#include <stdbool.h>
#endif

struct gev_event_state {
	unsigned long lost;
};

struct gev_facility_state {
	bool registered;
};

#define GEV_EVENT_STATE_INIT { 0 }
#define GEV_FACILITY_STATE_INIT { false }

#include "genevent-rt.h"

struct gev_trace {
	const char *name;
	struct gev_trace *next;
	bool active;
	bool full;
};

enum harness_stage { HARNESS_IDLE, HARNESS_RESERVED, HARNESS_HEADER };

struct gev_slot {
	const struct gev_trace *trace;
	const struct gev_event *event;
	unsigned int channel;
	unsigned char *record;
	size_t size;
	enum harness_stage stage;
};

bool gev_enabled(const struct gev_event *event);
bool gev_present(const struct gev_event *event);
uint64_t gev_clock(void);
void gev_lost(struct gev_event *event);
bool gev_enter(struct gev_event *event);
void gev_leave(struct gev_event *event);
struct gev_trace *gev_first_trace(const struct gev_event *event, bool force);
struct gev_trace *gev_next_trace(const struct gev_event *event, const struct gev_trace *trace,
				 bool force);
bool gev_reserve(struct gev_slot *slot, const struct gev_trace *trace, struct gev_event *event,
		 unsigned int channel, size_t size);
void *gev_write_header(struct gev_slot *slot);
void gev_commit(struct gev_slot *slot);
void gev_cancel(struct gev_slot *slot);

/* The traces that exist; a test links its own in. */
extern struct gev_trace *harness_traces;

/* What gev_clock() says, and how far it goes on each time. */
extern uint64_t harness_clock;
extern uint64_t harness_clock_step;

/* The deepest nesting that gev_enter() allows. */
extern int harness_nesting_limit;

/* Called between the measuring of an event and its writing, if set. */
extern void (*harness_between)(void);

/* Checks a facility and marks it as known. */
void harness_register(struct gev_facility *facility);

#endif /* GENEVENT_RUNTIME_H */
