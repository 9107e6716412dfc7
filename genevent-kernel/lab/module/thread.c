// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* An event of a thread, with all of a generated function in one place to be interrupted. */
#include <linux/export.h>

#include "genevent-facility-lab.h"
#include "thread.h"

void genevent_lab_write_thread(u32 n)
{
	static const char names[] = "abcdefghijkl";
	u64 extra[5];
	unsigned int i;
	const struct genevent_lab_thread_extra sequence = { n % 5, extra };

	for (i = 0; i < sequence.length; i++)
		extra[i] = value_of(n + i);
	genevent_lab_thread(n, value_of(n), names + n % 12, &sequence);
}
EXPORT_SYMBOL_GPL(genevent_lab_write_thread);

/* Comes behind it (-fno-toplevel-reorder), so that its size is known. */
void genevent_lab_write_thread_end(void)
{
}
