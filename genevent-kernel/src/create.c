// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The words behind "create": a trace with its settings, which are checked. */
#include <linux/err.h>
#include <linux/log2.h>
#include <linux/mm.h>
#include <linux/string.h>

#include "alloc.h"
#include "words.h"

#define DEFAULT_SUB_BYTES (256ul << 10)
#define DEFAULT_SUBS 4ul

/* The settings in front of all channels; 0 in a channel: these. */
struct defaults {
	unsigned long sub_bytes;
	unsigned long sub_count;
};

static int parse_power(struct genevent_answer *answer, const char *key, const char *text,
		       unsigned long least, unsigned long most, unsigned long *value)
{
	bool size = !strcmp(key, "size");
	unsigned long long number;
	char *end;

	number = memparse(text, &end);
	if (!*text || *end || number < least || number > most || !is_power_of_2(number))
		return genevent_error(answer, -EINVAL,
				      "%s=%s: the %s must be a power of two from %lu to %lu", key,
				      text, size ? "bytes of a sub-buffer" :
				      "number of sub-buffers", least, most);
	*value = number;
	return 0;
}

static bool take_value(char *word, const char *key, const char **value)
{
	size_t length = strlen(key);

	if (strncmp(word, key, length) || word[length] != '=')
		return false;
	*value = word + length + 1;
	return true;
}

/* size= and count=, of a channel or in front of all; 1 if the word is neither. */
static int parse_sizes(struct genevent_answer *answer, char *word, unsigned long *sub_bytes,
		       unsigned long *sub_count)
{
	const char *value;

	if (take_value(word, "size", &value))
		return parse_power(answer, "size", value, GENEVENT_MIN_SUB_BYTES,
				   GENEVENT_MAX_SUB_BYTES, sub_bytes);
	if (take_value(word, "count", &value))
		return parse_power(answer, "count", value, GENEVENT_MIN_SUBS, GENEVENT_MAX_SUBS,
				   sub_count);
	return 1;
}

static int parse_channel(struct genevent_answer *answer, struct genevent_trace *trace,
			 const char *words)
{
	struct genevent_channel *channel;
	char *rest = (char *)words;
	char *name = strsep(&rest, ",");
	unsigned int i;
	int error = genevent_check_name(answer, "channel", name);

	if (error)
		return error;
	if (trace->nr_channels == GENEVENT_MAX_CHANNELS)
		return genevent_error(answer, -EINVAL, "a trace has at most %d channels",
				      GENEVENT_MAX_CHANNELS);
	for (i = 0; i < trace->nr_channels; i++)
		if (!strcmp(trace->channels[i].name, name))
			return genevent_error(answer, -EINVAL, "channel '%s' is there twice", name);
	channel = &trace->channels[trace->nr_channels++];
	strscpy(channel->name, name, sizeof(channel->name));
	while (rest) {
		char *word = strsep(&rest, ",");

		if (!strcmp(word, "control")) {
			channel->control = true;
			continue;
		}
		error = parse_sizes(answer, word, &channel->sub_bytes, &channel->sub_count);
		if (error < 0)
			return error;
		if (error)
			return genevent_error(answer, -EINVAL,
					      "'%s' is no setting of a channel; settings: size= count= control",
					      word);
	}
	return 0;
}

static int parse_mode(struct genevent_answer *answer, struct genevent_trace *trace,
		      const char *value)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(genevent_mode_names); i++) {
		if (!strcmp(genevent_mode_names[i], value)) {
			trace->mode = i;
			return 0;
		}
	}
	return genevent_error(answer, -EINVAL, "mode=%s: modes are discard, overwrite, hybrid",
			      value);
}

static int parse_option(struct genevent_answer *answer, struct genevent_trace *trace,
			struct defaults *defaults, char *word)
{
	const char *value;
	int error;

	if (take_value(word, "channel", &value))
		return parse_channel(answer, trace, value);
	if (take_value(word, "mode", &value))
		return parse_mode(answer, trace, value);
	if (take_value(word, "events", &value)) {
		trace->events_on = !strcmp(value, "all");
		if (trace->events_on || !strcmp(value, "none"))
			return 0;
		return genevent_error(answer, -EINVAL, "events=%s: it is all or none", value);
	}
	error = parse_sizes(answer, word, &defaults->sub_bytes, &defaults->sub_count);
	return error <= 0 ? error :
	       genevent_error(answer, -EINVAL,
			      "'%s' is no setting of a trace; settings: mode= size= count= events= channel=",
			      word);
}

/* What holds for the settings together. */
static int check_all(struct genevent_answer *answer, struct genevent_trace *trace,
		     const struct defaults *defaults)
{
	bool control = false;
	unsigned int i;

	if (!trace->nr_channels)
		strscpy(trace->channels[trace->nr_channels++].name, "main", GENEVENT_NAME_BYTES);
	for (i = 0; i < trace->nr_channels; i++) {
		struct genevent_channel *channel = &trace->channels[i];

		channel->trace = trace;
		channel->id = i;
		channel->sub_bytes = channel->sub_bytes ?: defaults->sub_bytes;
		channel->sub_count = channel->sub_count ?: defaults->sub_count;
		channel->overwrite = trace->mode != GENEVENT_DISCARD && !channel->control;
		control |= channel->control;
		if (channel->sub_count > GENEVENT_MAX_STREAM_BYTES / channel->sub_bytes)
			return genevent_error(answer, -EINVAL,
					      "size=%lu with count=%lu: a stream has at most %lu bytes",
					      channel->sub_bytes, channel->sub_count,
					      GENEVENT_MAX_STREAM_BYTES);
	}
	if (control && trace->mode != GENEVENT_HYBRID)
		return genevent_error(answer, -EINVAL, "control channels need mode=hybrid");
	if (!control && trace->mode == GENEVENT_HYBRID)
		return genevent_error(answer, -EINVAL, "mode=hybrid needs a control channel");
	return 0;
}

static int parse(struct genevent_answer *answer, struct genevent_trace *trace, char *words)
{
	struct defaults defaults = { DEFAULT_SUB_BYTES, DEFAULT_SUBS };
	char *name = strsep(&words, " ");
	int error;

	if (!name)
		return genevent_error(answer, -EINVAL, "create needs the name of a trace");
	error = genevent_check_name(answer, "trace", name);
	if (error)
		return error;
	if (genevent_trace_named(name))
		return genevent_error(answer, -EEXIST, "trace '%s' exists already", name);
	strscpy(trace->name, name, sizeof(trace->name));
	trace->events_on = true;
	while (words) {
		error = parse_option(answer, trace, &defaults, strsep(&words, " "));
		if (error)
			return error;
	}
	return check_all(answer, trace, &defaults);
}

/**
 * genevent_parse_create() - the trace that the words describe
 * @words: name and options; changed
 * @answer: the reason, if it is none
 *
 * Return: a trace for genevent_trace_add(), or an error pointer
 */
struct genevent_trace *genevent_parse_create(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = genevent_zalloc(1, sizeof(*trace));
	int error;

	if (!trace)
		return ERR_PTR(genevent_error(answer, -ENOMEM, "no memory"));
	INIT_LIST_HEAD(&trace->rules);
	error = parse(answer, trace, words);
	if (error) {
		kvfree(trace);
		return ERR_PTR(error);
	}
	return trace;
}
