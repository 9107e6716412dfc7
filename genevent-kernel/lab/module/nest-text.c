// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Writes to modules' code, which is mapped once more for that.
 *
 * What is written is run by nobody meanwhile, or is a probe that comes and goes:
 * enough in an emulator, which has no caches of instructions.
 */
#include <linux/align.h>
#include <linux/mm.h>
#include <linux/vmalloc.h>

#include "nest.h"

#define MAX_PAGES 64

static struct {
	unsigned long page;
	void *alias;
} pages[MAX_PAGES];

static unsigned int nr_pages;

/**
 * nest_text_writable() - find where code can be written to
 * @code: in a module; what is written may not cross its page
 *
 * Return: the place; NULL if there is no memory
 */
void *nest_text_writable(const void *code)
{
	unsigned long page = ALIGN_DOWN((unsigned long)code, PAGE_SIZE);
	struct page *memory;
	unsigned int i;

	for (i = 0; i < nr_pages; i++)
		if (pages[i].page == page)
			return pages[i].alias + offset_in_page(code);
	if (nr_pages == MAX_PAGES)
		return NULL;
	memory = vmalloc_to_page(code);
	pages[i].page = page;
	pages[i].alias = memory ? vmap(&memory, 1, VM_MAP, PAGE_KERNEL) : NULL;
	if (!pages[i].alias)
		return NULL;
	nr_pages++;
	return pages[i].alias + offset_in_page(code);
}

void nest_text_end(void)
{
	while (nr_pages)
		vunmap(pages[--nr_pages].alias);
}
