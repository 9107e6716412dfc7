/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_WORDS_H
#define GENEVENT_WORDS_H

#include <linux/types.h>

#include "show.h"
#include "trace.h"

/* A line for each trace. */
#define GENEVENT_ANSWER_BYTES (GENEVENT_MAX_TRACES * GENEVENT_TRACE_LINE)
#define GENEVENT_COMMAND_BYTES 4096
#define GENEVENT_ERROR_BYTES 256

/* What an answer begins with that is a reason. */
#define GENEVENT_ERROR "error: "

/* What a command says: lines. */
struct genevent_answer {
	size_t size;
	char text[GENEVENT_ANSWER_BYTES];
};

int genevent_obey(char *line, struct genevent_answer *answer);
void genevent_list(struct genevent_answer *answer);
void genevent_last_error(char *text, size_t size);

int genevent_error(struct genevent_answer *answer, int error, const char *format, ...)
	__printf(3, 4);
int genevent_check_name(struct genevent_answer *answer, const char *what, const char *name);
struct genevent_trace *genevent_parse_create(char *words, struct genevent_answer *answer);

#endif /* GENEVENT_WORDS_H */
