// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Commands: the same words from the control file and from netlink. */
#include <linux/capability.h>
#include <linux/ctype.h>
#include <linux/err.h>
#include <linux/string.h>

#include "registry.h"
#include "words.h"

static DEFINE_SPINLOCK(last_error_lock);
static char last_error[GENEVENT_ERROR_BYTES];

void genevent_last_error(char *text, size_t size)
{
	spin_lock(&last_error_lock);
	strscpy(text, last_error, size);
	spin_unlock(&last_error_lock);
}

/**
 * genevent_error() - a command has failed
 * @answer: becomes the reason
 * @error: the errno, negative
 * @format: the reason, one line
 *
 * Return: @error
 */
int genevent_error(struct genevent_answer *answer, int error, const char *format, ...)
{
	char line[GENEVENT_ERROR_BYTES];
	va_list arguments;
	char *at;

	va_start(arguments, format);
	vscnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	for (at = line; *at; at++)
		if (!isprint(*at))
			*at = '?';
	answer->size = scnprintf(answer->text, sizeof(answer->text), GENEVENT_ERROR "%s\n",
				 line);
	spin_lock(&last_error_lock);
	strscpy(last_error, line, sizeof(last_error));
	spin_unlock(&last_error_lock);
	return error;
}

/* What may be a name is a file name. */
int genevent_check_name(struct genevent_answer *answer, const char *what, const char *name)
{
	const char *at = name;

	while (isascii(*at) && (isalnum(*at) || (at != name && (*at == '_' || *at == '-'))))
		at++;
	if (at == name || *at || at - name >= GENEVENT_NAME_BYTES)
		return genevent_error(answer, -EINVAL,
				      "'%s' is no name of a %s: 1 to %d letters A-Z a-z 0-9 _ -, the first a letter or a digit",
				      name, what, GENEVENT_NAME_BYTES - 1);
	return 0;
}

void genevent_list(struct genevent_answer *answer)
{
	struct genevent_trace *trace;
	unsigned int slot;

	answer->size = 0;
	mutex_lock(&genevent_lock);
	for (slot = 0; slot < GENEVENT_MAX_TRACES; slot++) {
		trace = genevent_trace_in(slot);
		if (trace)
			answer->size += genevent_format_trace(answer->text + answer->size,
							      sizeof(answer->text) - answer->size,
							      trace);
	}
	mutex_unlock(&genevent_lock);
}

static int list_all(char *words, struct genevent_answer *answer)
{
	if (words)
		return genevent_error(answer, -EINVAL, "list takes no words");
	genevent_list(answer);
	return 0;
}

static int create(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = genevent_parse_create(words, answer);
	char name[GENEVENT_NAME_BYTES];
	int error;

	if (IS_ERR(trace))
		return PTR_ERR(trace);
	strscpy(name, trace->name, sizeof(name));
	error = genevent_trace_add(trace);
	if (error == -EBUSY)
		return genevent_error(answer, error, "there are %d traces, which is the limit",
				      GENEVENT_MAX_TRACES);
	if (error)
		return genevent_error(answer, error, "no memory for the buffers of trace '%s'",
				      name);
	return 0;
}

/* The trace that a command is for: its only word. */
static struct genevent_trace *trace_alone(char *words, struct genevent_answer *answer)
{
	char *name = strsep(&words, " ");
	struct genevent_trace *trace;

	if (!name || words) {
		genevent_error(answer, -EINVAL, "needs the name of one trace, and nothing else");
		return ERR_PTR(-EINVAL);
	}
	trace = genevent_trace_named(name);
	if (!trace) {
		genevent_error(answer, -ENOENT, "trace '%s' does not exist", name);
		return ERR_PTR(-ENOENT);
	}
	return trace;
}

static int start(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = trace_alone(words, answer);

	if (IS_ERR(trace))
		return PTR_ERR(trace);
	if (trace->state == GENEVENT_ACTIVE)
		return genevent_error(answer, -EINVAL, "trace '%s' is active already",
				      trace->name);
	genevent_trace_start(trace);
	return 0;
}

static int stop(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = trace_alone(words, answer);

	if (IS_ERR(trace))
		return PTR_ERR(trace);
	if (trace->state == GENEVENT_CREATED)
		return genevent_error(answer, -EINVAL, "trace '%s' was never started",
				      trace->name);
	genevent_trace_stop(trace);
	return 0;
}

static int destroy(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = trace_alone(words, answer);

	if (IS_ERR(trace))
		return PTR_ERR(trace);
	genevent_trace_remove(trace);
	return 0;
}

static int flush(char *words, struct genevent_answer *answer)
{
	struct genevent_trace *trace = trace_alone(words, answer);

	if (IS_ERR(trace))
		return PTR_ERR(trace);
	genevent_trace_flush(trace);
	return 0;
}

static int turn(char *words, struct genevent_answer *answer, bool on)
{
	char *name = strsep(&words, " ");
	char *facility = strsep(&words, " ");
	struct genevent_trace *trace;
	char *event;
	int error;

	if (!name || !facility || words)
		return genevent_error(answer, -EINVAL,
				      "needs the name of a trace and FACILITY or FACILITY:EVENT");
	trace = genevent_trace_named(name);
	if (!trace)
		return genevent_error(answer, -ENOENT, "trace '%s' does not exist", name);
	event = facility;
	facility = strsep(&event, ":");
	if (!*facility || (event && !*event) || (event && !strcmp(facility, "*")))
		return genevent_error(answer, -EINVAL,
				      "'%s:%s' is neither FACILITY nor FACILITY:EVENT nor '*'",
				      facility, event ?: "");
	mutex_lock(&genevent_lock);
	error = genevent_rule_add(trace, facility, event, on);
	if (!error)
		genevent_select_all();
	mutex_unlock(&genevent_lock);
	if (error == -ENOSPC)
		return genevent_error(answer, error, "a trace keeps at most %u such words",
				      GENEVENT_MAX_RULES);
	return error ? genevent_error(answer, error, "no memory") : 0;
}

static int enable(char *words, struct genevent_answer *answer)
{
	return turn(words, answer, true);
}

static int disable(char *words, struct genevent_answer *answer)
{
	return turn(words, answer, false);
}

static const struct {
	const char *name;
	int (*obey)(char *words, struct genevent_answer *answer);
} commands[] = {
	{ "create", create }, { "start", start }, { "stop", stop }, { "destroy", destroy },
	{ "enable", enable }, { "disable", disable }, { "flush", flush }, { "snapshot", flush },
	{ "list", list_all },
};

/* One blank between words, none around them; true if there is anything. */
static bool squeeze(char *line)
{
	char *from, *to = line;

	for (from = line; *from; from++)
		if (!isspace(*from))
			*to++ = *from;
		else if (to != line && to[-1] != ' ')
			*to++ = ' ';
	if (to != line && to[-1] == ' ')
		to--;
	*to = 0;
	return to != line;
}

/**
 * genevent_obey() - do what a command says
 * @line: the command; changed
 * @answer: what is to be said
 *
 * Return: 0 or an errno, negative
 */
int genevent_obey(char *line, struct genevent_answer *answer)
{
	char *words = line, *name;
	unsigned int i;
	int error;

	if (!capable(CAP_SYS_ADMIN))
		return genevent_error(answer, -EPERM, "only with CAP_SYS_ADMIN");
	answer->size = scnprintf(answer->text, sizeof(answer->text), "ok\n");
	if (!squeeze(line))
		return genevent_error(answer, -EINVAL, "there is no command");
	name = strsep(&words, " ");
	for (i = 0; i < ARRAY_SIZE(commands); i++) {
		if (strcmp(commands[i].name, name))
			continue;
		mutex_lock(&genevent_commands);
		error = commands[i].obey(words, answer);
		mutex_unlock(&genevent_commands);
		return error;
	}
	return genevent_error(answer, -EINVAL,
			      "'%s' is no command; commands: create start stop destroy enable disable flush snapshot list",
			      name);
}
