/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_FILES_H
#define GENEVENT_FILES_H

#include <linux/debugfs.h>

struct genevent_trace;
struct seq_file;

extern struct dentry *genevent_traces_dir;

int genevent_files_open(void);
void genevent_files_close(void);
int genevent_trace_files(struct genevent_trace *trace);

/* What files show; genevent_lock is held. */
void genevent_show_metadata(struct seq_file *out, const struct genevent_trace *trace);
void genevent_show_status(struct seq_file *out, const struct genevent_trace *trace);
void genevent_show_events(struct seq_file *out, const struct genevent_trace *trace);
void genevent_show_facilities(struct seq_file *out);

extern const struct file_operations genevent_control_file;
extern const struct file_operations genevent_last_error_file;

#endif /* GENEVENT_FILES_H */
