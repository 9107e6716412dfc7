// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Status, events and facilities as lines; genevent_lock is held. */
#include <linux/seq_file.h>

#include "files.h"
#include "registry.h"
#include "show.h"
#include "trace.h"

const char *const genevent_mode_names[] = {
	[GENEVENT_DISCARD] = "discard",
	[GENEVENT_OVERWRITE] = "overwrite",
	[GENEVENT_HYBRID] = "hybrid",
};

static const char *const states[] = {
	[GENEVENT_CREATED] = "created",
	[GENEVENT_ACTIVE] = "active",
	[GENEVENT_STOPPED] = "stopped",
};

/* The line of a trace, as snprintf() does it. */
int genevent_format_trace(char *text, size_t size, const struct genevent_trace *trace)
{
	return scnprintf(text, size, "trace %s state=%s mode=%s channels=%u uuid=%pUb\n",
			 trace->name, states[trace->state], genevent_mode_names[trace->mode],
			 trace->nr_channels, &trace->uuid);
}

static void show_stream(struct seq_file *out, const struct genevent_channel *channel,
			const struct genevent_stream *stream)
{
	unsigned long sent = 0, i;

	for (i = 0; i < channel->sub_count; i++)
		sent += local_read(&stream->subs[i].events);
	seq_printf(out, "stream %s cpu=%u sent=%lu lost=%lu overwritten=%lu filtered=%lu",
		   channel->name, stream->cpu, sent, local_read(&stream->lost),
		   local_read(&stream->overwritten), local_read(&stream->filtered));
	seq_printf(out, " cancelled=%lu delivered=%lu consumed=%lu\n",
		   local_read(&stream->cancelled), local_read(&stream->delivered),
		   (unsigned long)atomic_long_read(&stream->consumed) >> stream->sub_shift);
}

void genevent_show_status(struct seq_file *out, const struct genevent_trace *trace)
{
	char line[GENEVENT_TRACE_LINE];
	unsigned int i, cpu;

	genevent_format_trace(line, sizeof(line), trace);
	seq_puts(out, line);
	for (i = 0; i < trace->nr_channels; i++) {
		const struct genevent_channel *channel = &trace->channels[i];

		seq_printf(out, "channel %s id=%u mode=%s control=%d size=%lu count=%lu\n",
			   channel->name, i,
			   genevent_mode_names[channel->overwrite ? GENEVENT_OVERWRITE :
					       GENEVENT_DISCARD],
			   channel->control, channel->sub_bytes, channel->sub_count);
	}
	for (i = 0; i < trace->nr_channels; i++) {
		for_each_possible_cpu(cpu) {
			const struct genevent_stream *stream = per_cpu_ptr(trace->streams[i], cpu);

			if (stream->memory)
				show_stream(out, &trace->channels[i], stream);
		}
	}
}

void genevent_show_events(struct seq_file *out, const struct genevent_trace *trace)
{
	const struct genevent_known *known;
	unsigned int i, route;
	bool on;

	list_for_each_entry(known, &genevent_known, list) {
		if (!(known->traces & 1ul << trace->writers.slot))
			continue;
		for (i = 0; i < known->nr_events; i++) {
			const struct genevent_known_event *event = &known->events[i];

			on = known->facility && genevent_is_on(trace, known->name, event->name);
			route = genevent_route(trace, event->channel, event->flags);
			seq_printf(out, "%s:%s on=%d channel=%s id=%u\n", known->name, event->name,
				   on, trace->channels[route].name, known->first_id + i);
		}
	}
}

void genevent_show_facilities(struct seq_file *out)
{
	const struct genevent_known *known;
	unsigned int i;

	list_for_each_entry(known, &genevent_known, list) {
		if (!known->facility)
			continue;
		seq_printf(out, "facility %s checksum=0x%08X events=%u\n", known->name,
			   known->checksum, known->nr_events);
		for (i = 0; i < known->nr_events; i++)
			seq_printf(out, "event %s:%s id=%u channel=%s level=%u flags=0x%x\n",
				   known->name, known->events[i].name, known->first_id + i,
				   known->events[i].channel, known->events[i].level,
				   known->events[i].flags);
	}
}
