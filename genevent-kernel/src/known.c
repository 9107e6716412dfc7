// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Copies what a facility says of itself, which outlives its module. */
#include <linux/string.h>

#include "alloc.h"
#include "known.h"

/* Texts one behind the other; without memory, only their size. */
struct texts {
	char *at;
	size_t size;
};

static const char *put(struct texts *texts, const char *const *pieces, const char *between)
{
	const char *start = texts->at;
	size_t length;

	for (; pieces && *pieces; pieces++) {
		length = strlen(*pieces);
		if (texts->at)
			texts->at = (char *)memcpy(texts->at, *pieces, length) + length;
		texts->size += length;
		if (!between || !pieces[1])
			continue;
		if (texts->at)
			*texts->at++ = *between;
		texts->size++;
	}
	if (texts->at)
		*texts->at++ = 0;
	texts->size++;
	return start;
}

static const char *put_one(struct texts *texts, const char *text)
{
	const char *const pieces[] = { text, NULL };

	return put(texts, pieces, NULL);
}

static void put_all(struct texts *texts, struct genevent_known *known,
		    const struct gev_facility *facility)
{
	struct genevent_known_event scratch, *to;
	struct genevent_known head;
	unsigned int i;

	if (!known)
		known = &head;
	known->name = put_one(texts, facility->name);
	known->context = put(texts, facility->context, NULL);
	known->pairs = put(texts, facility->pairs, "\n");
	for (i = 0; i < facility->nr_events; i++) {
		const struct gev_event *event = &facility->events[i];

		to = known == &head ? &scratch : &known->events[i];
		to->name = put_one(texts, event->name);
		to->channel = put_one(texts, event->channel);
		to->fields = put(texts, event->fields, NULL);
		to->level = event->level;
		to->flags = event->flags;
	}
}

/* Everything but the ids; NULL without memory. */
struct genevent_known *genevent_know(const struct gev_facility *facility)
{
	struct texts texts = { NULL, 0 };
	struct genevent_known *known;
	size_t size = struct_size(known, events, facility->nr_events);

	put_all(&texts, NULL, facility);
	known = genevent_zalloc(1, size + texts.size);
	if (!known)
		return NULL;
	texts.at = (char *)known + size;
	known->size = texts.size;
	known->checksum = facility->checksum;
	known->nr_events = facility->nr_events;
	put_all(&texts, known, facility);
	return known;
}

/* Would their metadata be the same? */
bool genevent_known_same(const struct genevent_known *one, const struct genevent_known *other)
{
	unsigned int i;

	if (one->checksum != other->checksum || one->nr_events != other->nr_events ||
	    one->size != other->size || memcmp(one->name, other->name, one->size))
		return false;
	for (i = 0; i < one->nr_events; i++)
		if (one->events[i].level != other->events[i].level ||
		    one->events[i].flags != other->events[i].flags)
			return false;
	return true;
}
