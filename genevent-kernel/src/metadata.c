// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The metadata of a trace, as TSDL (CTF 1.8). */
#include <linux/fs.h>
#include <linux/math64.h>
#include <linux/seq_file.h>
#include <linux/utsname.h>

#include "files.h"
#include "registry.h"
#include "trace.h"

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define BYTE_ORDER "be"
#else
#define BYTE_ORDER "le"
#endif

static const char frame[] =
	"\tpacket.header := struct {\n"
	"\t\tinteger { size = 32; align = 32; } magic;\n"
	"\t\tinteger { size = 8; align = 8; } uuid[16];\n"
	"\t\tinteger { size = 32; align = 32; } stream_id;\n"
	"\t\tinteger { size = 64; align = 64; } stream_instance_id;\n"
	"\t} align(64);\n"
	"};\n";

static const char stream[] =
	"\tpacket.context := struct {\n"
	"\t\tinteger { size = 64; align = 64; map = clock.monotonic.value; } timestamp_begin;\n"
	"\t\tinteger { size = 64; align = 64; map = clock.monotonic.value; } timestamp_end;\n"
	"\t\tinteger { size = 64; align = 64; } content_size;\n"
	"\t\tinteger { size = 64; align = 64; } packet_size;\n"
	"\t\tinteger { size = 64; align = 64; } packet_seq_num;\n"
	"\t\tinteger { size = 64; align = 64; } events_discarded;\n"
	"\t\tinteger { size = 32; align = 32; } cpu_id;\n"
	"\t\tinteger { size = 8; align = 8; encoding = UTF8; } reserved[44];\n"
	"\t} align(64);\n"
	"\tevent.header := struct {\n"
	"\t\tinteger { size = 16; align = 64; } id;\n"
	"\t\tinteger { size = 48; align = 16; map = clock.monotonic.value; } timestamp;\n"
	"\t} align(64);\n"
	"};\n";

/* A string of TSDL; whatever is in it cannot end it. */
static void quoted(struct seq_file *out, const char *text)
{
	seq_putc(out, '"');
	seq_escape(out, text, "\"\\\t\r\n");
	seq_putc(out, '"');
}

/* Traces of programs of the same machine say the same clock by it. */
static bool read_boot_id(char *id, size_t size)
{
	struct file *file = filp_open("/proc/sys/kernel/random/boot_id", O_RDONLY, 0);
	loff_t at = 0;
	ssize_t got;

	if (IS_ERR(file))
		return false;
	got = kernel_read(file, id, size - 1, &at);
	filp_close(file, NULL);
	if (got < UUID_STRING_LEN)
		return false;
	id[UUID_STRING_LEN] = 0;
	return uuid_is_valid(id);
}

static void show_clock(struct seq_file *out, const struct genevent_trace *trace)
{
	char id[UUID_STRING_LEN + 2];
	u32 rest;
	u64 seconds = div_u64_rem(trace->offset_ns, NSEC_PER_SEC, &rest);

	seq_puts(out, "\nclock {\n\tname = \"monotonic\";\n");
	if (read_boot_id(id, sizeof(id)))
		seq_printf(out, "\tuuid = \"%s\";\n", id);
	seq_puts(out, "\tdescription = \"CLOCK_MONOTONIC of the machine\";\n");
	seq_printf(out, "\tfreq = 1000000000;\n\toffset_s = %llu;\n\toffset = %u;\n", seconds,
		   rest);
	/* so that it may be read along with clocks of other tracers */
	seq_puts(out, "\tabsolute = true;\n};\n");
}

static bool in_trace(const struct genevent_known *known, const struct genevent_trace *trace)
{
	return known->traces & 1ul << trace->writers.slot;
}

/* A word of a line that ends at a line break or a zero byte; goes on to the next. */
static const char *word(const char **at, int *length)
{
	const char *start = *at;

	*length = strcspn(start, "\n ");
	*at += *length;
	if (**at == ' ')
		(*at)++;
	return start;
}

/* Lines "NAME BEGIN END FIELDS" become "FACILITY:BEGIN FACILITY:END FIELDS". */
static void show_pairs(struct seq_file *out, const struct genevent_known *known,
		       unsigned int *number)
{
	const char *at = known->pairs;

	while (*at) {
		const char *begin, *end, *fields;
		int length, begin_length, end_length, fields_length;

		word(&at, &length);
		begin = word(&at, &begin_length);
		end = word(&at, &end_length);
		fields = word(&at, &fields_length);
		seq_printf(out, "\tgenevent_pair_%u = \"%s:%.*s %s:%.*s", (*number)++, known->name,
			   begin_length, begin, known->name, end_length, end);
		seq_printf(out, "%s%.*s\";\n", fields_length ? " " : "", fields_length, fields);
		at += *at == '\n';
	}
}

static void show_environment(struct seq_file *out, const struct genevent_trace *trace)
{
	unsigned int facilities = 0, pairs = 0, durations = 0, i;
	const struct genevent_known *known;

	seq_puts(out, "\nenv {\n\tdomain = \"kernel\";\n\ttracer_name = \"genevent\";\n");
	seq_puts(out, "\ttracer_major = 0;\n\ttracer_minor = 1;\n");
	seq_puts(out, "\tsysname = ");
	quoted(out, init_utsname()->sysname);
	seq_puts(out, ";\n\tkernel_release = ");
	quoted(out, init_utsname()->release);
	seq_puts(out, ";\n");
	list_for_each_entry(known, &genevent_known, list) {
		if (!in_trace(known, trace))
			continue;
		seq_printf(out, "\tgenevent_facility_%u = \"%s 0x%08X\";\n", facilities++,
			   known->name, known->checksum);
		show_pairs(out, known, &pairs);
		for (i = 0; i < known->nr_events; i++)
			if (known->events[i].flags & GEV_DURATION)
				seq_printf(out, "\tgenevent_duration_%u = \"%s:%s\";\n",
					   durations++, known->name, known->events[i].name);
	}
	seq_puts(out, "};\n");
}

static void show_event(struct seq_file *out, const struct genevent_known *known, unsigned int i,
		       unsigned int channel)
{
	const struct genevent_known_event *event = &known->events[i];

	seq_printf(out, "\nevent {\n\tname = \"%s:%s\";\n\tid = %u;\n\tstream_id = %u;\n",
		   known->name, event->name, known->first_id + i, channel);
	seq_printf(out, "\tloglevel = %u;\n", event->level);
	if (*known->context)
		seq_printf(out, "\tcontext := %s;\n", known->context);
	if (*event->fields)
		seq_printf(out, "\tfields := %s;\n", event->fields);
	seq_puts(out, "};\n");
}

static void show_facility(struct seq_file *out, const struct genevent_trace *trace,
			  const struct genevent_known *known)
{
	unsigned int i, channel;

	for (i = 0; i < known->nr_events; i++) {
		const struct genevent_known_event *event = &known->events[i];
		unsigned int own = genevent_route(trace, event->channel, event->flags);

		for (channel = 0; channel < trace->nr_channels; channel++)
			if (channel == own || event->flags & GEV_ANY_CHANNEL)
				show_event(out, known, i, channel);
	}
}

static void show_filler(struct seq_file *out, unsigned int channel, const char *name,
			unsigned int id, unsigned int length_bits)
{
	seq_printf(out, "\nevent {\n\tname = \"genevent:%s\";\n", name);
	seq_printf(out, "\tid = %u;\n\tstream_id = %u;\n", id, channel);
	seq_puts(out, "\tloglevel = 14;\n\tfields := struct {\n");
	seq_printf(out, "\t\tinteger { size = %u; align = %u; } __bytes_length;\n", length_bits,
		   length_bits);
	seq_puts(out, "\t\tinteger { size = 8; align = 8; } _bytes[__bytes_length];\n");
	seq_puts(out, "\t} align(64);\n};\n");
}

/* All of it, as it is now; genevent_lock is held. */
void genevent_show_metadata(struct seq_file *out, const struct genevent_trace *trace)
{
	const struct genevent_known *known;
	unsigned int i;

	seq_puts(out, "/* CTF 1.8 */\n\ntrace {\n\tmajor = 1;\n\tminor = 8;\n");
	seq_printf(out, "\tuuid = \"%pUb\";\n\tbyte_order = " BYTE_ORDER ";\n", &trace->uuid);
	seq_puts(out, frame);
	show_environment(out, trace);
	show_clock(out, trace);
	for (i = 0; i < trace->nr_channels; i++) {
		seq_printf(out, "\n/* Channel %s */\nstream {\n\tid = %u;\n",
			   trace->channels[i].name, i);
		seq_puts(out, stream);
		show_filler(out, i, "filler_small", GENEVENT_ID_FILLER_SMALL, 8);
		show_filler(out, i, "filler", GENEVENT_ID_FILLER, 32);
	}
	list_for_each_entry(known, &genevent_known, list)
		if (in_trace(known, trace))
			show_facility(out, trace, known);
}
