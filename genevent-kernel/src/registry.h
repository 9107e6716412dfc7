/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Facilities that are registered, and those that are not any more but that
 * traces have events of: their names, ids and texts are kept until no trace
 * needs them.
 */
#ifndef GENEVENT_REGISTRY_H
#define GENEVENT_REGISTRY_H

#include <linux/list.h>

#include "genevent-runtime.h"

struct genevent_known_event {
	const char *name;
	const char *channel;
	const char *fields;	/* TSDL, or "" */
	u8 level;
	u8 flags;
};

struct genevent_known {
	struct list_head list;
	struct gev_facility *facility;	/* NULL: not registered any more */
	unsigned long traces;	/* a bit for each whose metadata has it */
	const char *name;
	const char *context;	/* TSDL, or "" */
	const char *pairs;	/* lines, or "" */
	u32 checksum;
	u32 first_id;
	unsigned int nr_events;
	size_t size;
	struct genevent_known_event events[];
};

/* In the order of ids; genevent_lock is held. */
extern struct list_head genevent_known;

void genevent_select_all(void);
void genevent_known_by(const struct gev_trace *trace);
void genevent_forget_trace(unsigned int slot);
void genevent_dump_states(const struct gev_trace *trace);

#endif /* GENEVENT_REGISTRY_H */
