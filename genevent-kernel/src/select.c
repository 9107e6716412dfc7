// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Which events a trace wants, and where they go. */
#include <linux/slab.h>
#include <linux/string.h>

#include "alloc.h"
#include "trace.h"

/* A line of "enable" or "disable"; the last one that fits counts. */
struct genevent_rule {
	struct list_head list;
	bool on;
	const char *event;	/* NULL: all of them */
	char facility[];	/* "*": all of them; the event's name follows */
};

static bool same(const char *one, const char *other)
{
	return one && other ? !strcmp(one, other) : one == other;
}

/* Does what a rule says hold for all that another one says? */
static bool covers(const struct genevent_rule *rule, const char *facility, const char *event)
{
	if (strcmp(rule->facility, "*") && strcmp(rule->facility, facility))
		return false;
	return !rule->event || same(rule->event, event);
}

static void drop(struct genevent_trace *trace, struct genevent_rule *rule)
{
	list_del(&rule->list);
	trace->nr_rules--;
	kvfree(rule);
}

int genevent_rule_add(struct genevent_trace *trace, const char *facility, const char *event,
		      bool on)
{
	size_t size = strlen(facility) + 1 + (event ? strlen(event) + 1 : 0);
	struct genevent_rule *rule, *other, *next;

	rule = genevent_zalloc(1, sizeof(*rule) + size);
	if (!rule)
		return -ENOMEM;
	rule->on = on;
	strcpy(rule->facility, facility);
	if (event)
		rule->event = strcpy(rule->facility + strlen(facility) + 1, event);
	/* What it makes void need not be kept: repeating commands takes no memory. */
	list_for_each_entry_safe(other, next, &trace->rules, list)
		if (covers(rule, other->facility, other->event))
			drop(trace, other);
	if (trace->nr_rules == GENEVENT_MAX_RULES) {
		kvfree(rule);
		return -ENOSPC;
	}
	list_add_tail(&rule->list, &trace->rules);
	trace->nr_rules++;
	return 0;
}

void genevent_rules_free(struct genevent_trace *trace)
{
	struct genevent_rule *rule, *next;

	list_for_each_entry_safe(rule, next, &trace->rules, list)
		drop(trace, rule);
}

bool genevent_is_on(const struct genevent_trace *trace, const char *facility, const char *event)
{
	const struct genevent_rule *rule;

	list_for_each_entry_reverse(rule, &trace->rules, list)
		if (covers(rule, facility, event))
			return rule->on;
	return trace->events_on;
}

/* The channel that events go to which ask for one by its name. */
unsigned int genevent_route(const struct genevent_trace *trace, const char *channel, u8 flags)
{
	unsigned int i;

	for (i = 0; i < trace->nr_channels; i++)
		if (!strcmp(trace->channels[i].name, channel))
			return i;
	for (i = 0; i < trace->nr_channels && flags & GEV_HIGH_PRIORITY; i++)
		if (trace->channels[i].control)
			return i;
	return 0;
}

/* Before the trace is in the event's mask. */
void genevent_route_event(const struct genevent_trace *trace, struct gev_event *event)
{
	event->state.channel[trace->writers.slot] =
		genevent_route(trace, event->channel, event->flags);
}

/* Has the event go where the traces want it now; writers may still be on the old way. */
void genevent_select(struct gev_event *event)
{
	struct genevent_trace *trace;
	unsigned long wanted = 0;
	unsigned int slot;

	for (slot = 0; slot < GENEVENT_MAX_TRACES; slot++) {
		trace = genevent_trace_in(slot);
		if (!trace || trace->removed ||
		    (trace->state != GENEVENT_ACTIVE && !(event->flags & GEV_FORCE)))
			continue;
		if (genevent_is_on(trace, event->facility->name, event->name))
			wanted |= 1ul << slot;
	}
	if (wanted == event->state.wanted)
		return;
	/* The trace and the event's way in it before its bit; pairs with gev_trace_of() */
	smp_store_release(&event->state.wanted, wanted);
	if (wanted)
		static_branch_enable(&event->state.key);
	else
		static_branch_disable(&event->state.key);
}
