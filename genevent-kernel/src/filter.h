/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_FILTER_H
#define GENEVENT_FILTER_H

#include "genevent-runtime.h"

DECLARE_STATIC_KEY_FALSE(genevent_filter_key);

static __always_inline bool genevent_filters(void)
{
	return static_branch_unlikely(&genevent_filter_key);
}

bool genevent_filter_wants(const struct gev_trace *trace, const struct gev_event *event,
			   size_t size);

#endif /* GENEVENT_FILTER_H */
