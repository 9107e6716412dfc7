// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Facilities come and go. */
#define pr_fmt(fmt) "genevent: " fmt

#include <linux/export.h>
#include <linux/mm.h>
#include <linux/printk.h>
#include <linux/rcupdate.h>

#include "known.h"
#include "trace.h"

/* Ids of all known facilities lie below those of fillers. */
#define MAX_IDS GENEVENT_ID_FILLER_SMALL

LIST_HEAD(genevent_known);

static struct genevent_known *known_named(const char *name)
{
	struct genevent_known *known;

	list_for_each_entry(known, &genevent_known, list)
		if (known->facility && !strcmp(known->name, name))
			return known;
	return NULL;
}

static struct genevent_known *known_same(const struct genevent_known *wanted)
{
	struct genevent_known *known;

	list_for_each_entry(known, &genevent_known, list)
		if (!known->facility && genevent_known_same(known, wanted))
			return known;
	return NULL;
}

/* Puts it into the first gap of ids that is wide enough. */
static int insert(struct genevent_known *fresh)
{
	struct list_head *before = &genevent_known;
	struct genevent_known *known;
	u32 id = 0;

	list_for_each_entry(known, &genevent_known, list) {
		if (known->first_id - id >= fresh->nr_events)
			break;
		id = known->first_id + known->nr_events;
		before = &known->list;
	}
	if (fresh->nr_events > MAX_IDS - id)
		return -ENOSPC;
	fresh->first_id = id;
	list_add(&fresh->list, before);
	return 0;
}

static void forget_unused(struct genevent_known *known)
{
	if (known->facility || known->traces)
		return;
	list_del(&known->list);
	kvfree(known);
}

/* The texts as traces may have them already, or new ones. */
static struct genevent_known *enter(struct gev_facility *facility)
{
	struct genevent_known *known, *fresh = genevent_know(facility);
	int error;

	if (!fresh)
		return ERR_PTR(-ENOMEM);
	known = known_same(fresh);
	if (known) {
		kvfree(fresh);
		return known;
	}
	error = insert(fresh);
	if (error) {
		kvfree(fresh);
		return ERR_PTR(error);
	}
	return fresh;
}

/* A trace gets a facility that is registered: its metadata, and ways for its events. */
static void bring(struct genevent_known *known, const struct gev_trace *trace)
{
	unsigned int i;

	known->traces |= 1ul << trace->slot;
	for (i = 0; i < known->nr_events; i++)
		genevent_route_event(genevent_trace_of(trace), &known->facility->events[i]);
}

static int refuse(const struct gev_facility *facility)
{
	if (facility->layout != GEV_LAYOUT_NATURAL) {
		pr_err("facility '%s' was generated for a layout that CTF metadata cannot describe; generate it with --layout natural\n",
		       facility->name);
		return -EINVAL;
	}
	if (known_named(facility->name)) {
		pr_err("a facility '%s' is registered already\n", facility->name);
		return -EEXIST;
	}
	return 0;
}

/**
 * genevent_register_facility() - make a facility known
 * @facility: what the loader header defines; its module registers it
 *
 * Traces that exist get its events from here on, unless they are disabled.
 *
 * Return: 0 or an errno, for which the reason is in the kernel's log
 */
int genevent_register_facility(struct gev_facility *facility)
{
	struct genevent_known *known;
	unsigned int i, slot;
	int error;

	mutex_lock(&genevent_commands);
	mutex_lock(&genevent_lock);
	error = refuse(facility);
	if (error)
		goto out;
	known = enter(facility);
	if (IS_ERR(known)) {
		error = PTR_ERR(known);
		pr_err("facility '%s' cannot be registered: %s\n", facility->name,
		       error == -ENOSPC ? "all 65534 ids of events are taken" : "no memory");
		goto out;
	}
	known->facility = facility;
	facility->state.known = known;
	for (slot = 0; slot < GENEVENT_MAX_TRACES; slot++)
		if (genevent_traces[slot])
			bring(known, genevent_traces[slot]);
	for (i = 0; i < facility->nr_events; i++) {
		facility->events[i].state.id = known->first_id + i;
		genevent_select(&facility->events[i]);
	}
out:
	mutex_unlock(&genevent_lock);
	mutex_unlock(&genevent_commands);
	return error;
}
EXPORT_SYMBOL_GPL(genevent_register_facility);

/**
 * genevent_unregister_facility() - a facility goes away
 * @facility: what was registered
 *
 * Nobody writes its events any more when this returns.  Traces keep those
 * that they have.
 */
void genevent_unregister_facility(struct gev_facility *facility)
{
	struct genevent_known *known;
	unsigned int i;

	mutex_lock(&genevent_commands);
	mutex_lock(&genevent_lock);
	known = facility->state.known;
	if (known) {
		for (i = 0; i < facility->nr_events; i++) {
			WRITE_ONCE(facility->events[i].state.wanted, 0);
			static_branch_disable(&facility->events[i].state.key);
		}
		synchronize_rcu();
		facility->state.known = NULL;
		known->facility = NULL;
		forget_unused(known);
	}
	mutex_unlock(&genevent_lock);
	mutex_unlock(&genevent_commands);
}
EXPORT_SYMBOL_GPL(genevent_unregister_facility);

/**
 * genevent_set_state_dump() - have a function called when traces start
 * @handle: the handle of the facility whose events it writes
 * @state_dump: the function, or NULL for none; the one before runs nowhere
 *              when this returns
 *
 * Not from a state dump itself.
 *
 * Return: 0, or -ENOENT if the facility is not registered
 */
int genevent_set_state_dump(struct gev_event *handle, genevent_state_dump_t state_dump)
{
	struct genevent_known *known;
	int error = -ENOENT;

	mutex_lock(&genevent_commands);
	list_for_each_entry(known, &genevent_known, list) {
		if (known->facility && known->facility->events == handle) {
			known->facility->state.state_dump = state_dump;
			error = 0;
		}
	}
	mutex_unlock(&genevent_commands);
	return error;
}
EXPORT_SYMBOL_GPL(genevent_set_state_dump);

/* genevent_commands is held, so facilities stay; genevent_lock is not. */
void genevent_dump_states(const struct gev_trace *trace)
{
	struct genevent_known *known;

	list_for_each_entry(known, &genevent_known, list)
		if (known->facility && known->facility->state.state_dump)
			known->facility->state.state_dump(known->facility, trace);
}

/* Both locks are held in these. */

void genevent_select_all(void)
{
	struct genevent_known *known;
	unsigned int i;

	list_for_each_entry(known, &genevent_known, list)
		for (i = 0; known->facility && i < known->nr_events; i++)
			genevent_select(&known->facility->events[i]);
}

void genevent_known_by(const struct gev_trace *trace)
{
	struct genevent_known *known;

	list_for_each_entry(known, &genevent_known, list)
		if (known->facility)
			bring(known, trace);
}

void genevent_forget_trace(unsigned int slot)
{
	struct genevent_known *known, *next;

	list_for_each_entry_safe(known, next, &genevent_known, list) {
		known->traces &= ~(1ul << slot);
		forget_unused(known);
	}
}
