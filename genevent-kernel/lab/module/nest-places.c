// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Probes at each instruction of functions.
 *
 * A probe's handler runs in an exception on top of the probed instruction, as
 * an interrupt or an NMI would.  Code that is called from there may come by
 * the same place: there the probe is only stepped over.
 */
#include <linux/kprobes.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "nest.h"

#define MAX_PLACES 4096

struct place {
	struct kprobe *probe;
	const char *entry;	/* the function, if it is its first one */
	u8 tried;	/* a bit for each enum nest_outer that was interrupted there, ... */
	u8 passed;	/* ... and for each that comes by */
};

static struct place places[MAX_PLACES];
static struct kprobe *probes[MAX_PLACES];	/* theirs, to be removed all at once */
static unsigned int nr_places;
static nest_code_t interrupt;
static unsigned int armed;	/* interruptions that are left: what is repeated must end */
static unsigned int hits;

static int on_place(struct kprobe *probe, struct pt_regs *registers)
{
	unsigned long before = nest_faults;
	unsigned int left = armed;

	if (!left)
		return 0;
	armed = 0;
	interrupt();
	hits++;
	if (nest_faults != before && before < 8)
		pr_info("LAB nest: at %pS\n", probe->addr);
	armed = left - 1;
	return 0;
}

void nest_arm(unsigned int times)
{
	armed = times;
}

unsigned int nest_hits(void)
{
	return hits;
}

/* Its presence keeps the place from being optimised into a jump. */
static void after_place(struct kprobe *probe, struct pt_regs *registers, unsigned long flags)
{
}

/* By its name for a function's first one only: looking up names takes its time. */
static struct kprobe *probe_at(const char *function, unsigned long address)
{
	struct kprobe *probe = kzalloc(sizeof(*probe), GFP_KERNEL);

	if (!probe)
		return NULL;
	probe->symbol_name = function;
	probe->addr = (kprobe_opcode_t *)address;
	probe->pre_handler = on_place;
	probe->post_handler = after_place;
	probe->flags = KPROBE_FLAG_DISABLED;
	if (register_kprobe(probe)) {	/* it lies within an instruction */
		kfree(probe);
		return NULL;
	}
	return probe;
}

/* %pS gives "name+0xOFFSET/0xSIZE", the only exported way to a function's size */
static bool extent_of(const void *address, unsigned long *offset, unsigned long *size)
{
	char text[KSYM_SYMBOL_LEN], *plus;

	sprint_symbol(text, (unsigned long)address);
	plus = strchr(text, '+');
	return plus && sscanf(plus, "+%lx/%lx", offset, size) == 2;
}

/* Bytes to the next instruction, or to where it may be if the probe does not say. */
static unsigned int length_of(const struct kprobe *probe)
{
#ifdef CONFIG_X86
	return probe && probe->ainsn.size ? probe->ainsn.size : 1;
#else
	return IS_ENABLED(CONFIG_S390) ? 2 : 4;
#endif
}

static bool keep(struct kprobe *probe, const char *entry)
{
	if (nr_places == MAX_PLACES) {
		unregister_kprobe(probe);
		kfree(probe);
		return false;
	}
	probes[nr_places] = probe;
	places[nr_places].probe = probe;
	places[nr_places++].entry = entry;
	return true;
}

static int find_places(const char *function)
{
	struct kprobe *probe = probe_at(function, 0);
	unsigned long at, offset, size;
	unsigned int first = nr_places;

	if (!probe || !extent_of(probe->addr, &offset, &size)) {
		pr_info("LAB nest: no function %s\n", function);
		return -ENOENT;
	}
	if (!keep(probe, function))
		return -ENOSPC;
	for (at = offset + length_of(probe); at < size; at += length_of(probe)) {
		probe = probe_at(NULL, (unsigned long)places[first].probe->addr - offset + at);
		if (probe && !keep(probe, NULL))
			return -ENOSPC;
	}
	pr_info("LAB nest: %s: %u instructions\n", function, nr_places - first);
	return 0;
}

/* The functions' names are kept by their probes, so they stay. */
int nest_find_places(char *functions, nest_code_t interruption)
{
	char *function;
	int error = 0;

	interrupt = interruption;
	while (!error && (function = strsep(&functions, ",")))
		error = find_places(function);
	if (error)
		nest_remove_places();
	return error;
}

nest_code_t nest_code_of(const char *function)
{
	unsigned int i;

	for (i = 0; i < nr_places; i++)
		if (places[i].entry && !strcmp(places[i].entry, function))
			return (nest_code_t)(void *)places[i].probe->addr;
	return NULL;
}

/* False if nobody comes by. */
static bool at_place(struct place *place, nest_code_t outer, const struct place *first)
{
	unsigned int before = hits, i;

	if (place != first && enable_kprobe(place->probe)) {
		pr_info("LAB nest: not at %pS\n", place->probe->addr);
		return false;
	}
	for (i = 0; i < nest.events; i++)
		outer();
	if (place != first)
		disable_kprobe(place->probe);
	return hits != before;
}

/* Places that this does not come by the first time are left out after that. */
static bool left_out(const struct place *place)
{
	return place->tried & ~place->passed & BIT(nest.outer);
}

static unsigned int at_each_place(nest_code_t outer, const struct place *first)
{
	unsigned int i, used = 0;

	for (i = 0; i < nr_places; i++) {
		struct place *place = &places[i];
		bool passed;

		if (left_out(place))
			continue;
		passed = at_place(place, outer, first);
		used += passed;
		if (!first) {
			place->tried |= BIT(nest.outer);
			place->passed |= passed ? BIT(nest.outer) : 0;
		}
		cond_resched();
	}
	return used;
}

/**
 * nest_at_all_places() - call something that is interrupted at each place
 * @outer: what is called; it calls nest_arm()
 *
 * If it is to be interrupted twice, the other interruption comes at the entry
 * of each function in turn.
 *
 * Return: how many places or pairs of places it came by
 */
unsigned int nest_at_all_places(nest_code_t outer)
{
	unsigned int i, used = 0;

	hits = 0;
	if (!nest.twice)
		return at_each_place(outer, NULL);
	for (i = 0; i < nr_places; i++) {
		if (!places[i].entry || left_out(&places[i]) || enable_kprobe(places[i].probe))
			continue;
		used += at_each_place(outer, &places[i]);
		disable_kprobe(places[i].probe);
	}
	return used;
}

void nest_remove_places(void)
{
	unregister_kprobes(probes, nr_places);
	while (nr_places)
		kfree(probes[--nr_places]);
}
