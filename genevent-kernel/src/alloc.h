/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_ALLOC_H
#define GENEVENT_ALLOC_H

#include <linux/types.h>

bool genevent_allocation_fails(void);
void *genevent_zalloc(size_t count, size_t size);
struct dentry *genevent_make_dir(const char *name, struct dentry *parent);

#endif /* GENEVENT_ALLOC_H */
