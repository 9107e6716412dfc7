/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What the parts of the module share: see nest.c. */
#ifndef GENEVENT_LAB_NEST_H
#define GENEVENT_LAB_NEST_H

#include <linux/kprobes.h>
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

/* nest-text.c */
void *nest_text_writable(const void *code);
void nest_text_end(void);

/* nest-code.c */
/* Bytes of the instruction there; 0: it does not say. */
unsigned int nest_code_length(unsigned long at);
/* Why no probe can lie there, in a function from base to end; NULL: it can. */
const char *nest_code_apart(unsigned long base, unsigned long end, unsigned long at);
/* Have the kernel not see what it would take for a reason to refuse a probe behind it. */
void nest_code_hide(unsigned long base, unsigned long end);
void nest_code_show(void);

/* nest-step.c: on s390 only, elsewhere the kernel does it */
#ifdef CONFIG_S390
extern u8 nest_slots[];

const void *nest_step_make(const struct kprobe *probe);
void nest_step_lift(const struct kprobe *probe);
void nest_step_lower(const struct kprobe *probe);
int nest_step_on(const struct kprobe *probe, const void *step, struct pt_regs *registers);
#else
static inline const void *nest_step_make(const struct kprobe *probe)
{
	return probe->addr;
}

static inline void nest_step_lift(const struct kprobe *probe)
{
}

static inline void nest_step_lower(const struct kprobe *probe)
{
}

static inline int nest_step_on(const struct kprobe *probe, const void *step,
			       struct pt_regs *registers)
{
	return 0;
}
#endif

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
