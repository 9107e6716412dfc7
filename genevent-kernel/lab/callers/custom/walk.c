// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Calls a function that takes a custom sequence. */
#include <linux/module.h>

#include "genevent-facility-mm.h"

static int __init walk_init(void)
{
	struct region regions[] = { { .size = 4096 }, { .size = U64_MAX }, { .size = 3 } };
	struct genevent_mm_regions_sizes sizes;
	unsigned int i;
	LIST_HEAD(list);

	sizes.regions = &list;
	genevent_mm_regions(-1, &sizes, "none");
	for (i = 0; i < ARRAY_SIZE(regions); i++)
		list_add_tail(&regions[i].list, &list);
	genevent_mm_regions(4711, &sizes, "three");
	genevent_mm_regions(4712, NULL, "");
	return 0;
}

static void __exit walk_exit(void)
{
}

module_init(walk_init);
module_exit(walk_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("calls a function that takes a custom sequence");
