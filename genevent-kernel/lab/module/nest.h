/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the parts of the module share: see nest.c. */
#ifndef GENEVENT_LAB_NEST_H
#define GENEVENT_LAB_NEST_H

#include <linux/types.h>

/* Bytes of a large inner event's sequence: three fill a sub-buffer of 4096. */
#define NEST_LARGE_BYTES 1300
#define NEST_LARGE_BYTE 0x5a

/* What is interrupted. */
enum nest_outer {
	NEST_EVENT,	/* an event is written */
	NEST_CANCEL,	/* one is taken back */
	NEST_FLUSH,	/* the open packet is closed */
};

struct nest_setting {
	unsigned int events;	/* times at each place */
	unsigned int burst;	/* events at each interruption */
	unsigned int walk;	/* walk through the packets before and after them? */
	unsigned int twice;	/* interrupt each time at the entry of a function, too? */
	unsigned int nmi;	/* by an NMI on top of the probe? */
	unsigned int large;	/* with large events? */
	unsigned int cover;	/* only find out which places are passed? */
	unsigned int pause_us;	/* then wait so long, for readers on another CPU */
	enum nest_outer outer;
};

extern struct nest_setting nest;

/* Counted anew for each run. */
extern u32 nest_outers, nest_inners;
extern unsigned long nest_walks, nest_faults;

/* nest-walk.c */
void nest_walk(const char *when);

/* nest-places.c */
typedef void (*nest_code_t)(void);

void nest_arm(unsigned int times);
unsigned int nest_hits(void);
nest_code_t nest_code_of(const char *function);
int nest_find_places(char *functions, nest_code_t interruption);
void nest_cover(nest_code_t outer, bool last);
unsigned int nest_at_all_places(nest_code_t outer);
void nest_remove_places(void);

#endif /* GENEVENT_LAB_NEST_H */
