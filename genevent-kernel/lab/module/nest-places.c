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
	struct kprobe probe;
	const char *entry;	/* the function, if it is its first one */
	const void *step;	/* where to go on behind the probe */
	u8 passed;	/* a bit for each enum nest_outer that comes by */
};

static struct place *places[MAX_PLACES];
static struct kprobe *probes[MAX_PLACES];	/* theirs, to be removed all at once */
static unsigned int nr_places;
static struct place *set[MAX_PLACES];	/* those whose probes are enabled */
static unsigned int nr_set;
static nest_code_t interrupt;
static bool covering;	/* only find out who comes by */
static unsigned int armed;	/* interruptions that are left: what is repeated must end */
static unsigned int hits;

static void lift_probes(void)
{
	unsigned int i;

	for (i = 0; i < nr_set; i++)
		nest_step_lift(&set[i]->probe);
}

static void lower_probes(void)
{
	unsigned int i;

	for (i = 0; i < nr_set; i++)
		nest_step_lower(&set[i]->probe);
}

static void interrupt_now(void)
{
	unsigned int left = armed;

	armed = 0;
	lift_probes();
	interrupt();
	lower_probes();
	armed = left;
}

/* Every other time with an interruption, since some places are passed after one only. */
static void cover_place(struct place *place)
{
	place->passed |= BIT(nest.outer);
	if ((nest_outers & 1) && place->entry && !strcmp(place->entry, "genevent_commit"))
		interrupt_now();
}

static void strike_place(struct place *place)
{
	unsigned long before = nest_faults;

	interrupt_now();
	armed--;
	hits++;
	if (nest_faults != before && before < 8)
		pr_info("LAB nest: at %pS\n", place->probe.addr);
}

static int on_place(struct kprobe *probe, struct pt_regs *registers)
{
	struct place *place = container_of(probe, struct place, probe);

	if (armed && covering)
		cover_place(place);
	else if (armed)
		strike_place(place);
	return nest_step_on(probe, place->step, registers);
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
static struct place *place_at(const char *function, unsigned long address)
{
	struct place *place = kzalloc(sizeof(*place), GFP_KERNEL);

	if (!place)
		return NULL;
	place->entry = function;
	place->probe.symbol_name = function;
	place->probe.addr = (kprobe_opcode_t *)address;
	place->probe.pre_handler = on_place;
	place->probe.post_handler = after_place;
	place->probe.flags = KPROBE_FLAG_DISABLED;
	if (register_kprobe(&place->probe)) {	/* it lies within an instruction */
		kfree(place);
		return NULL;
	}
	place->step = nest_step_make(&place->probe);
	return place;
}

static void drop(struct place *place)
{
	unregister_kprobe(&place->probe);
	kfree(place);
}

/* %pS gives "name+0xOFFSET/0xSIZE", the only exported way to a function's size */
static bool extent_of(const void *address, unsigned long *offset, unsigned long *size)
{
	char text[KSYM_SYMBOL_LEN], *plus;

	sprint_symbol(text, (unsigned long)address);
	plus = strchr(text, '+');
	return plus && sscanf(plus, "+%lx/%lx", offset, size) == 2;
}

/* Bytes to the next instruction, or to where it may be if nobody says. */
static unsigned int length_at(unsigned long address, const struct place *place)
{
#ifdef CONFIG_X86
	return place && place->probe.ainsn.size ? place->probe.ainsn.size : 1;
#else
	return nest_code_length(address);
#endif
}

static bool keep(struct place *place)
{
	if (nr_places == MAX_PLACES || !place->step) {
		drop(place);
		return false;
	}
	probes[nr_places] = &place->probe;
	places[nr_places++] = place;
	return true;
}

/* On x86 most of them lie within an instruction. */
static void leave_out(unsigned long address, const char *reason)
{
	if (!IS_ENABLED(CONFIG_X86))
		pr_info("LAB nest: left out: %pS %s\n", (void *)address, reason);
}

static bool find_place(unsigned long base, unsigned long end, unsigned long at,
		       unsigned int *length)
{
	const char *apart = nest_code_apart(base, end, at);
	struct place *place = NULL;

	if (!apart) {
		nest_code_hide(base, at);
		place = place_at(NULL, at);
		nest_code_show();
	}
	*length = length_at(at, place);
	if (!place)
		leave_out(at, apart ?: "refused");
	return !place || keep(place);
}

static int find_places(const char *function)
{
	struct place *place = place_at(function, 0);
	unsigned long base, at, offset, size;
	unsigned int first = nr_places, length;

	if (!place || !extent_of(place->probe.addr, &offset, &size)) {
		pr_info("LAB nest: no function %s\n", function);
		return -ENOENT;
	}
	base = (unsigned long)place->probe.addr - offset;
	at = base + offset;
	length = length_at(at, place);
	if (!keep(place))
		return -ENOSPC;
	for (at += length; at < base + size; at += length)
		if (!find_place(base, base + size, at, &length))
			return -ENOSPC;
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
		if (places[i]->entry && !strcmp(places[i]->entry, function))
			return (nest_code_t)(void *)places[i]->probe.addr;
	return NULL;
}

static bool set_probe(struct place *place)
{
	if (enable_kprobe(&place->probe))
		return false;
	set[nr_set++] = place;
	return true;
}

/* That of the last one. */
static void unset_probe(void)
{
	disable_kprobe(&set[--nr_set]->probe);
}

/**
 * nest_cover() - find out which places something comes by
 * @outer: what is called; it calls nest_arm()
 * @last: is it the last one?  Where a probe stops all CPUs when it comes or
 *        goes, all of them come and go once
 *
 * Others are left out after that.
 */
void nest_cover(nest_code_t outer, bool last)
{
	unsigned int i;

	for (i = 0; i < nr_places && !covering; i++)
		set_probe(places[i]);
	covering = true;
	for (i = 0; i < nest.events; i++)
		outer();
	while (nr_set && last)
		unset_probe();
	covering = !last;
}

static bool is_passed(const struct place *place)
{
	return place->passed & BIT(nest.outer);
}

/* False if nobody comes by. */
static bool at_place(struct place *place, nest_code_t outer, const struct place *first)
{
	unsigned int before = hits, i;

	if (place != first && !set_probe(place)) {
		pr_info("LAB nest: not at %pS\n", place->probe.addr);
		return false;
	}
	for (i = 0; i < nest.events; i++)
		outer();
	if (place != first)
		unset_probe();
	return hits != before;
}

static unsigned int at_each_place(nest_code_t outer, const struct place *first)
{
	unsigned int i, used = 0;

	for (i = 0; i < nr_places; i++) {
		if (is_passed(places[i]))
			used += at_place(places[i], outer, first);
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
		if (!places[i]->entry || !is_passed(places[i]) || !set_probe(places[i]))
			continue;
		used += at_each_place(outer, places[i]);
		unset_probe();
	}
	return used;
}

void nest_remove_places(void)
{
	unregister_kprobes(probes, nr_places);
	while (nr_places)
		kfree(places[--nr_places]);
	nest_text_end();
}
