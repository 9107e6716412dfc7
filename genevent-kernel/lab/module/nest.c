// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Interrupts a writer at every instruction, one at a time.
 *
 * A probe's handler runs in an exception on top of the probed instruction, as
 * an interrupt or an NMI would, and writes events there through the same
 * code; there the probe is only stepped over.  Before and after, it walks the
 * packets in memory: at each instant they hold committed events only.
 *
 *	nest	write "EVENTS BURST WALK": so many events at each instruction,
 *		so many written there each time, and 1 to walk the packets
 *
 * Not where a probe cannot lie between two instructions that belong together
 * (load-exclusive and store-exclusive).
 */
#include <linux/debugfs.h>
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "genevent-facility-lab.h"
#include "thread.h"
#include "ring.h"
#include "trace.h"

#define MAX_PLACES 4096

static char *functions = "";
module_param(functions, charp, 0444);
MODULE_PARM_DESC(functions, "names with commas between: where the writer is interrupted");

static unsigned int events, burst, walk;

static struct dentry *file;
static struct kprobe *places[MAX_PLACES];
static unsigned int nr_places;
static unsigned int nr_used;	/* those that the writer comes by */
static unsigned int outer, inner;
static bool armed;	/* once for each event: an attempt that is repeated must end */
static unsigned long hits, walks, faults;

/* Items of 8 bytes are aligned to the word. */
static size_t word_at(size_t at)
{
	return ALIGN(at, sizeof(long));
}

/* The size of an event's payload at a place; 0: it is none. */
static size_t payload_size(unsigned int id, const unsigned char *payload, size_t left)
{
	size_t at = word_at(sizeof(u32));
	u32 n = *(u32 *)payload;
	u64 value;

	if (left < at + sizeof(value))
		return 0;
	memcpy(&value, payload + at, sizeof(value));
	if (value != value_of(n))
		return 0;
	at += sizeof(value);
	if (id == GENEVENT_LAB_HANDLE[GENEVENT_LAB_INDEX_INNER].state.id)
		return n < inner ? at : 0;
	if (id != GENEVENT_LAB_HANDLE[GENEVENT_LAB_INDEX_THREAD].state.id || n > outer)
		return 0;
	at = word_at(at + strnlen(payload + at, left - at) + 1);
	if (at >= left || payload[at] != n % 5)
		return 0;
	return word_at(at + 1) + sizeof(u64) * payload[at];
}

static bool walk_packet(const struct genevent_packet_header *header)
{
	size_t at = sizeof(*header), end = header->content_size / 8;
	const unsigned char *packet = (const unsigned char *)header;
	u64 last = 0;

	if (end < at || end > header->packet_size / 8)
		return false;
	while (at < end) {
		u64 word = *(u64 *)(packet + at);
		u64 ns = word >> 16;
		size_t size;

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		ns = word & ((1ull << 48) - 1);
		word >>= 48;
#endif
		size = payload_size(word & 0xffff, packet + at + 8, end - at - 8);
		if (!size || ns < last || ns < header->timestamp_begin ||
		    ns > header->timestamp_end)
			return false;
		last = ns;
		at += 8 + size;
		if (at != end)
			at = ALIGN(at, 8);
	}
	return at == end;
}

static void walk_all(const char *when)
{
	const struct gev_trace *trace = genevent_traces[0];
	const struct genevent_stream *stream;
	unsigned long at;

	if (!walk || !trace)
		return;
	stream = raw_cpu_ptr(genevent_trace_of(trace)->streams[0]);
	for (at = 0; at < genevent_buffer_bytes(stream); at += genevent_sub_bytes(stream)) {
		if (genevent_header_at(stream, at)->magic != GENEVENT_MAGIC)
			continue;
		walks++;
		if (!walk_packet(genevent_header_at(stream, at)) && faults++ < 8)
			pr_info("LAB nest: %s: sub-buffer %lu is no prefix\n", when,
				at >> stream->sub_shift);
	}
}

static int on_place(struct kprobe *place, struct pt_regs *registers)
{
	unsigned long before = faults;
	unsigned int i;

	if (!armed)
		return 0;
	armed = false;
	walk_all("interrupted");
	for (i = 0; i < burst; i++) {
		u32 n = inner++;

		genevent_lab_inner(n, value_of(n));
	}
	walk_all("after it");
	hits++;
	if (faults != before && before < 8)
		pr_info("LAB nest: at %pS\n", place->addr);
	return 0;
}

/* Its presence keeps the place from being optimised into a jump. */
static void after_place(struct kprobe *place, struct pt_regs *registers, unsigned long flags)
{
}

static struct kprobe *place_at(const char *function, unsigned int offset)
{
	struct kprobe *place = kzalloc(sizeof(*place), GFP_KERNEL);

	if (!place)
		return NULL;
	place->symbol_name = function;
	place->offset = offset;
	place->pre_handler = on_place;
	place->post_handler = after_place;
	place->flags = KPROBE_FLAG_DISABLED;
	if (register_kprobe(place)) {	/* it lies within an instruction */
		kfree(place);
		return NULL;
	}
	return place;
}

/* %pS gives "name+0xOFFSET/0xSIZE", the only exported way to a function's size */
static unsigned long size_of(const void *address)
{
	char text[KSYM_SYMBOL_LEN], *slash;
	unsigned long size = 0;

	sprint_symbol(text, (unsigned long)address);
	slash = strchr(text, '/');
	return slash && sscanf(slash + 1, "%lx", &size) == 1 ? size : 0;
}

static int interrupt_function(const char *function)
{
	const unsigned int step = IS_ENABLED(CONFIG_X86) ? 1 : IS_ENABLED(CONFIG_S390) ? 2 : 4;
	struct kprobe *place = place_at(function, 0);
	unsigned int at, first = nr_places;
	unsigned long size;

	if (!place) {
		pr_info("LAB nest: no function %s\n", function);
		return -ENOENT;
	}
	size = size_of(place->addr);
	for (at = step; place || at < size; at += step) {
		if (place && nr_places < MAX_PLACES)
			places[nr_places++] = place;
		place = at < size ? place_at(function, at) : NULL;
	}
	pr_info("LAB nest: %s: %u instructions\n", function, nr_places - first);
	return 0;
}

/* False if the writer does not come by. */
static bool interrupt_at(struct kprobe *place)
{
	unsigned long before = hits;
	unsigned int i;

	if (enable_kprobe(place)) {
		pr_info("LAB nest: not at %pS\n", place->addr);
		return false;
	}
	for (i = 0; i < events; i++) {
		preempt_disable();
		armed = true;
		genevent_lab_write_thread(outer);
		armed = false;
		outer++;
		preempt_enable();
	}
	disable_kprobe(place);
	return hits != before;
}

/* Places that the writer did not come by the first time are left out after that. */
static void interrupt_everywhere(void)
{
	unsigned int i, used = 0;

	outer = 0;
	inner = 0;
	hits = 0;
	walks = 0;
	faults = 0;
	for (i = 0; i < nr_used; i++) {
		if (interrupt_at(places[i])) {
			swap(places[used], places[i]);
			used++;
		}
		cond_resched();
	}
	pr_info("LAB nest: places=%u hits=%lu outer=%u inner=%u walks=%lu faults=%lu\n", used,
		hits, outer, inner, walks, faults);
	if (nr_used == nr_places)
		nr_used = used;
}

static ssize_t nest_write(struct file *unused, const char __user *from, size_t size, loff_t *at)
{
	char line[64];
	ssize_t length = simple_write_to_buffer(line, sizeof(line) - 1, at, from, size);

	if (length < 0)
		return length;
	line[length] = 0;
	if (sscanf(line, "%u %u %u", &events, &burst, &walk) != 3)
		return -EINVAL;
	interrupt_everywhere();
	return faults ? -EBADMSG : size;
}

static const struct file_operations nest_file = { .owner = THIS_MODULE, .write = nest_write };

static void remove_places(void)
{
	unsigned int i;

	for (i = 0; i < nr_places; i++)
		unregister_kprobe(places[i]);
	for (i = 0; i < nr_places; i++)
		kfree(places[i]);
}

static int __init nest_init(void)
{
	char *list = kstrdup(functions, GFP_KERNEL), *rest = list, *function;
	int error = 0;

	if (!list)
		return -ENOMEM;
	while (!error && (function = strsep(&rest, ",")))
		error = interrupt_function(function);
	kfree(list);
	nr_used = nr_places;
	if (error)
		remove_places();
	else
		file = debugfs_create_file("genevent-nest", 0200, NULL, NULL, &nest_file);
	return error;
}

static void __exit nest_exit(void)
{
	debugfs_remove(file);
	remove_places();
}

module_init(nest_init);
module_exit(nest_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("interrupts a writer at every instruction");
