// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The module: comes, and goes when no facility and no open file needs it. */
#include <linux/module.h>

#include "files.h"
#include "netlink.h"
#include "trace.h"

static int __init genevent_init(void)
{
	int error = genevent_files_open();

	if (error)
		return error;
	error = genevent_netlink_open();
	if (error)
		genevent_files_close();
	return error;
}

static void __exit genevent_exit(void)
{
	struct genevent_trace *trace;
	unsigned int slot;

	genevent_netlink_close();
	mutex_lock(&genevent_commands);
	for (slot = 0; slot < GENEVENT_MAX_TRACES; slot++) {
		trace = genevent_trace_in(slot);
		if (trace)
			genevent_trace_remove(trace);
	}
	mutex_unlock(&genevent_commands);
	genevent_files_close();
}

module_init(genevent_init);
module_exit(genevent_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("genevent: trace events into per-CPU sub-buffers");
MODULE_VERSION(GENEVENT_VERSION);
