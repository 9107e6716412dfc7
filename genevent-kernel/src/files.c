// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The tree in debugfs. */
#include <linux/module.h>
#include <linux/seq_file.h>

#include "alloc.h"
#include "files.h"
#include "trace.h"

static struct dentry *root;
struct dentry *genevent_traces_dir;

static int show_trace(struct seq_file *out,
		      void (*show)(struct seq_file *out, const struct genevent_trace *trace))
{
	mutex_lock(&genevent_lock);
	show(out, out->private);
	mutex_unlock(&genevent_lock);
	return 0;
}

static int metadata_show(struct seq_file *out, void *unused)
{
	return show_trace(out, genevent_show_metadata);
}
DEFINE_SHOW_ATTRIBUTE(metadata);

static int status_show(struct seq_file *out, void *unused)
{
	return show_trace(out, genevent_show_status);
}
DEFINE_SHOW_ATTRIBUTE(status);

static int events_show(struct seq_file *out, void *unused)
{
	return show_trace(out, genevent_show_events);
}
DEFINE_SHOW_ATTRIBUTE(events);

static int facilities_show(struct seq_file *out, void *unused)
{
	mutex_lock(&genevent_lock);
	genevent_show_facilities(out);
	mutex_unlock(&genevent_lock);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(facilities);

static int version_show(struct seq_file *out, void *unused)
{
	seq_printf(out, "genevent %s abi=%d\n", GENEVENT_VERSION, GENEVENT_ABI);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(version);

static int make_file(const char *name, umode_t mode, struct dentry *dir, void *data,
		     const struct file_operations *calls)
{
	if (genevent_allocation_fails())
		return -ENOMEM;
	return PTR_ERR_OR_ZERO(debugfs_create_file(name, mode, dir, data, calls));
}

int genevent_trace_files(struct genevent_trace *trace)
{
	return make_file("metadata", 0400, trace->dir, trace, &metadata_fops) ?:
	       make_file("status", 0400, trace->dir, trace, &status_fops) ?:
	       make_file("events", 0400, trace->dir, trace, &events_fops);
}

static int make_root(void)
{
	root = genevent_make_dir("genevent", NULL);
	if (IS_ERR(root))
		return PTR_ERR(root);
	genevent_traces_dir = genevent_make_dir("traces", root);
	if (IS_ERR(genevent_traces_dir))
		return PTR_ERR(genevent_traces_dir);
	return make_file("version", 0400, root, NULL, &version_fops) ?:
	       make_file("facilities", 0400, root, NULL, &facilities_fops) ?:
	       make_file("last_error", 0400, root, NULL, &genevent_last_error_file) ?:
	       make_file("control", 0600, root, NULL, &genevent_control_file);
}

int genevent_files_open(void)
{
	int error = make_root();

	if (error)
		debugfs_remove(root);
	return error;
}

void genevent_files_close(void)
{
	debugfs_remove(root);
}
