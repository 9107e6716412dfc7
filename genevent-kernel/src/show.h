/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_SHOW_H
#define GENEVENT_SHOW_H

#include <linux/types.h>

#define GENEVENT_TRACE_LINE 160

struct genevent_trace;

extern const char *const genevent_mode_names[3];

int genevent_format_trace(char *text, size_t size, const struct genevent_trace *trace);

#endif /* GENEVENT_SHOW_H */
