/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Traces, and who may do what when.
 *
 * genevent_commands	held for the whole of a command, a registration, a state
 *			dump; taken first
 * genevent_lock	held while the tables change or are shown; files that can be
 *			removed take only this one, and nobody removes them holding it
 */
#ifndef GENEVENT_TRACE_H
#define GENEVENT_TRACE_H

#include <linux/debugfs.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/uuid.h>

#include "ring.h"

#define GENEVENT_MAX_CHANNELS 16
#define GENEVENT_NAME_BYTES 32
#define GENEVENT_MIN_SUB_BYTES 4096ul
#define GENEVENT_MAX_SUB_BYTES BIT(24)
#define GENEVENT_MIN_SUBS 2ul
#define GENEVENT_MAX_SUBS 4096ul
#define GENEVENT_MAX_STREAM_BYTES BIT(30)
#define GENEVENT_MAX_RULES 4096u

enum genevent_mode { GENEVENT_DISCARD, GENEVENT_OVERWRITE, GENEVENT_HYBRID };

enum genevent_state { GENEVENT_CREATED, GENEVENT_ACTIVE, GENEVENT_STOPPED };

struct genevent_trace;

struct genevent_channel {
	struct genevent_trace *trace;
	char name[GENEVENT_NAME_BYTES];
	unsigned int id;
	bool control;
	bool overwrite;
	unsigned long sub_bytes;
	unsigned long sub_count;
	struct rchan *relay;
	struct dentry *dir;
	struct genevent_stream __percpu *streams;
};

struct genevent_trace {
	struct gev_trace writers;
	unsigned int nr_channels;
	struct genevent_stream __percpu *streams[GENEVENT_MAX_CHANNELS];
	/* from here on, no writer looks */
	struct genevent_channel channels[GENEVENT_MAX_CHANNELS];
	char name[GENEVENT_NAME_BYTES];
	enum genevent_mode mode;
	enum genevent_state state;
	bool ended;		/* readers have all that there will be */
	bool removed;		/* on its way out: no event wants it */
	uuid_t uuid;
	u64 offset_ns;		/* from the clock to the epoch */
	bool events_on;		/* when no rule says otherwise */
	struct list_head rules;
	unsigned int nr_rules;
	struct kref users;
	struct dentry *dir;
	struct dentry *channels_dir;
};

extern struct mutex genevent_commands;
extern struct mutex genevent_lock;

static __always_inline struct genevent_trace *genevent_trace_of(const struct gev_trace *writers)
{
	return container_of(writers, struct genevent_trace, writers);
}

/* The stream of this CPU that an event goes to.  Preemption is off. */
static __always_inline struct genevent_stream *
genevent_own_stream(const struct gev_trace *writers, const struct gev_event *event)
{
	unsigned int channel = event->state.channel[writers->slot];

	return raw_cpu_ptr(genevent_trace_of(writers)->streams[channel]);
}

/* The same in another channel, if there is one. */
static __always_inline struct genevent_stream *
genevent_stream_in(const struct gev_trace *writers, const struct gev_event *event,
		   unsigned int channel)
{
	const struct genevent_trace *trace = genevent_trace_of(writers);

	return channel < trace->nr_channels ? raw_cpu_ptr(trace->streams[channel]) :
	       genevent_own_stream(writers, event);
}

struct genevent_trace *genevent_trace_in(unsigned int slot);
struct genevent_trace *genevent_trace_named(const char *name);
void genevent_trace_get(struct genevent_trace *trace);
void genevent_trace_put(struct genevent_trace *trace);

int genevent_trace_add(struct genevent_trace *trace);
void genevent_trace_start(struct genevent_trace *trace);
void genevent_trace_stop(struct genevent_trace *trace);
void genevent_trace_flush(struct genevent_trace *trace);
void genevent_trace_remove(struct genevent_trace *trace);
void genevent_flush_stream(struct genevent_stream *stream);

int genevent_channel_open(struct genevent_channel *channel);
void genevent_channel_close(struct genevent_channel *channel);
void genevent_channel_free(struct genevent_channel *channel);
bool genevent_channel_memory_suffices(const struct genevent_trace *trace);

/* select.c */
int genevent_rule_add(struct genevent_trace *trace, const char *facility, const char *event,
		      bool on);
void genevent_rules_free(struct genevent_trace *trace);
bool genevent_is_on(const struct genevent_trace *trace, const char *facility, const char *event);
unsigned int genevent_route(const struct genevent_trace *trace, const char *channel, u8 flags);
void genevent_select(struct gev_event *event);
void genevent_route_event(const struct genevent_trace *trace, struct gev_event *event);

extern const struct file_operations genevent_stream_file;

#endif /* GENEVENT_TRACE_H */
