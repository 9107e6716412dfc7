// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The life of a trace.  The callers hold genevent_commands. */
#include <linux/cpu.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/rcupdate.h>
#include <linux/smp.h>

#include "alloc.h"
#include "files.h"
#include "registry.h"
#include "trace.h"

DEFINE_MUTEX(genevent_commands);	/* see trace.h */
DEFINE_MUTEX(genevent_lock);	/* likewise */

DEFINE_PER_CPU(unsigned int, genevent_nesting);
EXPORT_PER_CPU_SYMBOL_GPL(genevent_nesting);

struct gev_trace *genevent_traces[GENEVENT_MAX_TRACES];
EXPORT_SYMBOL_GPL(genevent_traces);

/**
 * genevent_trace_name() - what a trace is called
 * @trace: the trace
 *
 * Return: its name, as long as the trace is there
 */
const char *genevent_trace_name(const struct gev_trace *trace)
{
	return genevent_trace_of(trace)->name;
}
EXPORT_SYMBOL_GPL(genevent_trace_name);

struct genevent_trace *genevent_trace_in(unsigned int slot)
{
	struct gev_trace *writers = genevent_traces[slot];

	return writers ? genevent_trace_of(writers) : NULL;
}

struct genevent_trace *genevent_trace_named(const char *name)
{
	struct genevent_trace *trace;
	unsigned int slot;

	for (slot = 0; slot < GENEVENT_MAX_TRACES; slot++) {
		trace = genevent_trace_in(slot);
		if (trace && !strcmp(trace->name, name))
			return trace;
	}
	return NULL;
}

void genevent_trace_get(struct genevent_trace *trace)
{
	kref_get(&trace->users);
}

static void release(struct kref *users)
{
	struct genevent_trace *trace = container_of(users, struct genevent_trace, users);
	unsigned int i;

	for (i = 0; i < trace->nr_channels; i++)
		genevent_channel_free(&trace->channels[i]);
	genevent_rules_free(trace);
	kvfree(trace);
}

void genevent_trace_put(struct genevent_trace *trace)
{
	kref_put(&trace->users, release);
}

static void flush_here(void *stream)
{
	genevent_stream_flush(stream);
}

/* The CPU is offline and writes nothing; a command and a reader may both be at its streams. */
static void flush_offline(struct genevent_stream *stream)
{
	static DEFINE_MUTEX(one_at_a_time);

	mutex_lock(&one_at_a_time);
	flush_here(stream);
	mutex_unlock(&one_at_a_time);
}

/* Writers of a CPU nest in each other, so its streams are flushed from an interrupt there. */
void genevent_flush_stream(struct genevent_stream *stream)
{
	cpus_read_lock();
	if (stream->memory && smp_call_function_single(stream->cpu, flush_here, stream, 1))
		flush_offline(stream);
	cpus_read_unlock();
}

void genevent_trace_flush(struct genevent_trace *trace)
{
	unsigned int i, cpu;

	for (i = 0; i < trace->nr_channels; i++)
		for_each_possible_cpu(cpu)
			genevent_flush_stream(per_cpu_ptr(trace->streams[i], cpu));
}

static void wake_readers(struct genevent_trace *trace)
{
	unsigned int i, cpu;

	for (i = 0; i < trace->nr_channels; i++)
		for_each_possible_cpu(cpu)
			wake_up_interruptible_all(&per_cpu_ptr(trace->streams[i], cpu)->wait);
}

/* Nothing is written any more, but by writers that are still at it. */
static void end(struct genevent_trace *trace)
{
	synchronize_rcu();
	genevent_trace_flush(trace);
	smp_store_release(&trace->ended, true);	/* after the flush; pairs with readers */
	wake_readers(trace);
}

static void set_state(struct genevent_trace *trace, enum genevent_state state)
{
	mutex_lock(&genevent_lock);
	trace->state = state;
	genevent_select_all();
	mutex_unlock(&genevent_lock);
}

void genevent_trace_start(struct genevent_trace *trace)
{
	WRITE_ONCE(trace->ended, false);
	set_state(trace, GENEVENT_ACTIVE);
	genevent_dump_states(&trace->writers);
}

void genevent_trace_stop(struct genevent_trace *trace)
{
	set_state(trace, GENEVENT_STOPPED);
	end(trace);
}

static int open_files(struct genevent_trace *trace)
{
	unsigned int i;
	int error;

	trace->dir = genevent_make_dir(trace->name, genevent_traces_dir);
	if (IS_ERR(trace->dir))
		return PTR_ERR(trace->dir);
	trace->channels_dir = genevent_make_dir("channels", trace->dir);
	if (IS_ERR(trace->channels_dir))
		return PTR_ERR(trace->channels_dir);
	for (i = 0; i < trace->nr_channels; i++) {
		error = genevent_channel_open(&trace->channels[i]);
		if (error)
			return error;
	}
	return genevent_trace_files(trace);
}

/* What is left of files, and the memory as soon as no file is open. */
static void close_files(struct genevent_trace *trace)
{
	unsigned int i;

	for (i = 0; i < trace->nr_channels; i++)
		genevent_channel_close(&trace->channels[i]);
	debugfs_remove(trace->dir);
	genevent_trace_put(trace);
}

static u64 offset_to_epoch(void)
{
	u64 before = ktime_get_mono_fast_ns();
	u64 epoch = ktime_get_real_ns();

	return epoch - (before + ktime_get_mono_fast_ns()) / 2;
}

static void publish(struct genevent_trace *trace)
{
	mutex_lock(&genevent_lock);
	genevent_known_by(&trace->writers);
	/* What is in it before the pointer; pairs with gev_trace_of() */
	smp_store_release(&genevent_traces[trace->writers.slot], &trace->writers);
	genevent_select_all();
	mutex_unlock(&genevent_lock);
}

/**
 * genevent_trace_add() - make a trace that has its settings
 * @trace: becomes genevent_trace_remove()'s, or is freed
 *
 * Return: 0, -EBUSY without a free slot, or -ENOMEM
 */
int genevent_trace_add(struct genevent_trace *trace)
{
	unsigned int slot = 0;
	int error = -EBUSY;

	kref_init(&trace->users);
	while (slot < GENEVENT_MAX_TRACES && genevent_traces[slot])
		slot++;
	if (slot == GENEVENT_MAX_TRACES)
		goto fail;
	trace->writers.slot = slot;
	trace->writers.later = ~1ul << slot;
	uuid_gen(&trace->uuid);
	trace->offset_ns = offset_to_epoch();
	error = -ENOMEM;
	if (!genevent_channel_memory_suffices(trace))
		goto fail;
	error = open_files(trace);
	if (error)
		goto fail;
	publish(trace);
	return 0;

fail:
	trace->ended = true;
	close_files(trace);
	return error;
}

static void withdraw(struct genevent_trace *trace)
{
	mutex_lock(&genevent_lock);
	trace->removed = true;	/* events with "force", too, do not want it any more */
	trace->state = GENEVENT_STOPPED;
	genevent_select_all();
	mutex_unlock(&genevent_lock);
	end(trace);
	mutex_lock(&genevent_lock);
	genevent_traces[trace->writers.slot] = NULL;
	genevent_forget_trace(trace->writers.slot);
	mutex_unlock(&genevent_lock);
}

/* Files that are open stay readable. */
void genevent_trace_remove(struct genevent_trace *trace)
{
	withdraw(trace);
	close_files(trace);
}
