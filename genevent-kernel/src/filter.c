// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* A function of somebody else that says what is recorded. */
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

#include "filter.h"

DEFINE_STATIC_KEY_FALSE(genevent_filter_key);

static DEFINE_MUTEX(filter_lock);
static genevent_filter_t filter;

/* Preemption is off, which is what RCU waits for. */
bool notrace genevent_filter_wants(const struct gev_trace *trace, const struct gev_event *event,
				   size_t size)
{
	genevent_filter_t wants = READ_ONCE(filter);

	return !wants || wants(trace, event, size);
}

/**
 * genevent_register_filter() - ask a function about each event
 * @wants: the function
 *
 * Return: 0, or -EBUSY if there is a filter
 */
int genevent_register_filter(genevent_filter_t wants)
{
	int error = -EBUSY;

	mutex_lock(&filter_lock);
	if (!filter) {
		WRITE_ONCE(filter, wants);
		static_branch_enable(&genevent_filter_key);
		error = 0;
	}
	mutex_unlock(&filter_lock);
	return error;
}
EXPORT_SYMBOL_GPL(genevent_register_filter);

/**
 * genevent_unregister_filter() - do not ask it any more
 * @wants: the function; it runs nowhere when this returns
 *
 * Return: 0, or -ENOENT if it is not the filter
 */
int genevent_unregister_filter(genevent_filter_t wants)
{
	int error = -ENOENT;

	mutex_lock(&filter_lock);
	if (filter && filter == wants) {
		static_branch_disable(&genevent_filter_key);
		WRITE_ONCE(filter, NULL);
		synchronize_rcu();
		error = 0;
	}
	mutex_unlock(&filter_lock);
	return error;
}
EXPORT_SYMBOL_GPL(genevent_unregister_filter);
