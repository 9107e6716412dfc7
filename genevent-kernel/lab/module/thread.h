/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_LAB_THREAD_H
#define GENEVENT_LAB_THREAD_H

#include <linux/types.h>

/* What a reader checks: follows from the number. */
static inline u64 value_of(u32 n)
{
	return (u64)~n << 32 | n;
}

void genevent_lab_write_thread(u32 n);
void genevent_lab_write_thread_end(void);

#endif /* GENEVENT_LAB_THREAD_H */
