/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* How the elements of mm.regions.sizes come out of a list. */
#include <linux/list.h>

struct region {
	struct list_head list;
	u64 size;
};

struct genevent_mm_regions_sizes {
	const struct list_head *regions;
};

static inline size_t genevent_mm_regions_sizes_length(const struct genevent_mm_regions_sizes *sizes)
{
	const struct list_head *at;
	size_t length = 0;

	list_for_each(at, sizes->regions)
		length++;
	return length;
}

static inline void genevent_mm_regions_sizes_put(void *to,
						 const struct genevent_mm_regions_sizes *sizes,
						 size_t length)
{
	const struct region *region;
	unsigned char *at = to;

	/* No more than were counted, should the list have grown. */
	list_for_each_entry(region, sizes->regions, list) {
		if (!length--)
			break;
		gev_put_u64(at, region->size);
		at += sizeof(region->size);
	}
}
