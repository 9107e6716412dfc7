/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* The test runtime; see genevent-runtime.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <genevent-runtime.h>

/* No byte of a payload is expected to be this one by chance all over. */
#define UNTOUCHED 0xa5
#define MARGIN 64

static struct gev_trace first = { .name = "first", .active = true };

struct gev_trace *harness_traces = &first;
uint64_t harness_clock = 1000;
uint64_t harness_clock_step;
int harness_nesting_limit = 4;
void (*harness_between)(void);

static int nesting;

static void expect(bool holds, const char *what)
{
	if (!holds) {
		fflush(stdout);
		fprintf(stderr, "harness: %s\n", what);
		exit(3);
	}
}

static bool wants(const struct gev_trace *trace, bool force)
{
	return trace->active || force;
}

bool gev_enabled(const struct gev_event *event)
{
	return gev_first_trace(event, false) != NULL;
}

bool gev_present(const struct gev_event *event)
{
	return gev_first_trace(event, true) != NULL;
}

uint64_t gev_clock(void)
{
	harness_clock += harness_clock_step;
	return harness_clock;
}

void gev_lost(struct gev_event *event)
{
	expect(nesting == 0, "gev_lost inside of gev_enter");
	event->state.lost++;
	printf("lost %s:%s\n", event->facility->name, event->name);
}

bool gev_enter(struct gev_event *event)
{
	if (nesting == harness_nesting_limit) {
		event->state.lost++;
		printf("nested %s:%s\n", event->facility->name, event->name);
		return false;
	}
	nesting++;
	return true;
}

void gev_leave(struct gev_event *event)
{
	(void)event;
	expect(nesting > 0, "gev_leave without gev_enter");
	nesting--;
}

struct gev_trace *gev_first_trace(const struct gev_event *event, bool force)
{
	struct gev_trace *trace = harness_traces;

	(void)event;
	while (trace && !wants(trace, force))
		trace = trace->next;
	return trace;
}

struct gev_trace *gev_next_trace(const struct gev_event *event, const struct gev_trace *trace,
				 bool force)
{
	struct gev_trace *next = trace->next;

	(void)event;
	while (next && !wants(next, force))
		next = next->next;
	return next;
}

bool gev_reserve(struct gev_slot *slot, const struct gev_trace *trace, struct gev_event *event,
		 unsigned int channel, size_t size)
{
	expect(nesting > 0, "gev_reserve outside of gev_enter");
	expect(size <= 2 * GEV_MAX_SIZE, "gev_reserve of too much");
	if (trace->full) {
		event->state.lost++;
		printf("full %s %s:%s\n", trace->name, event->facility->name, event->name);
		return false;
	}
	*slot = (struct gev_slot){
		.trace = trace,
		.event = event,
		.channel = channel,
		.size = size,
		.stage = HARNESS_RESERVED,
	};
	slot->record = aligned_alloc(64, (size + 2 * MARGIN) / 64 * 64 + 64);
	expect(slot->record != NULL, "no memory");
	slot->record += MARGIN;
	memset(slot->record - MARGIN, UNTOUCHED, size + 2 * MARGIN);
	if (harness_between)
		harness_between();
	return true;
}

void *gev_write_header(struct gev_slot *slot)
{
	expect(slot->stage == HARNESS_RESERVED, "gev_write_header out of order");
	slot->stage = HARNESS_HEADER;
	return slot->record;
}

static void check_margins(const struct gev_slot *slot)
{
	size_t i;

	for (i = 1; i <= MARGIN; i++)
		expect(slot->record[-(ptrdiff_t)i] == UNTOUCHED, "a byte before the record was written");
	for (i = 0; i < MARGIN; i++)
		expect(slot->record[slot->size + i] == UNTOUCHED, "a byte behind the record was written");
}

void gev_commit(struct gev_slot *slot)
{
	const struct gev_event *event = slot->event;
	size_t i;

	expect(slot->stage == HARNESS_HEADER, "gev_commit out of order");
	check_margins(slot);
	printf("%s %s:%s %u ", slot->trace->name, event->facility->name, event->name, event->id);
	if (slot->channel != GEV_EVENT_CHANNEL)
		printf("channel %u ", slot->channel);
	for (i = 0; i < slot->size; i++)
		printf("%02x", slot->record[i]);
	printf(".\n");
	free(slot->record - MARGIN);
	slot->stage = HARNESS_IDLE;
}

void gev_cancel(struct gev_slot *slot)
{
	expect(slot->stage == HARNESS_HEADER, "gev_cancel out of order");
	check_margins(slot);
	printf("cancelled %s %s:%s\n", slot->trace->name, slot->event->facility->name,
	       slot->event->name);
	free(slot->record - MARGIN);
	slot->stage = HARNESS_IDLE;
}

void harness_register(struct gev_facility *facility)
{
	unsigned int i;

	facility->state.registered = true;
	for (i = 0; i < facility->nr_events; i++)
		expect(facility->events[i].facility == facility, "an event of another facility");
}
