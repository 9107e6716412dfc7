// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Interrupts a writer at every instruction.
 *
 * What interrupts it writes events there through the same code, and before
 * and after that walks the packets in memory.
 *
 *	nest	write "events=N burst=N ...": the words of struct nest_setting,
 *		and outer=event, cancel or flush; cover=1 comes first
 *
 * Where a probe cannot lie is told in the kernel's log, with the reason.
 */
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#include "genevent-facility-lab.h"
#include "nest.h"
#include "nmi.h"
#include "ring.h"
#include "thread.h"
#include "trace.h"

#define CANCELLED_BYTES 21

static char *functions = "";
module_param(functions, charp, 0444);
MODULE_PARM_DESC(functions, "names with commas between: where the writer is interrupted");

struct nest_setting nest;
u32 nest_outers, nest_inners;

static struct dentry *file;
static char *names;
static u8 large[NEST_LARGE_BYTES];

static void write_inner(void)
{
	const struct genevent_lab_large_data sequence = { sizeof(large), large };
	u32 n = nest_inners++;

	if (nest.large)
		genevent_lab_large(&sequence);
	else
		genevent_lab_inner(n, value_of(n));
}

static void write_burst(void)
{
	unsigned int i;

	nest_walk("interrupted");
	for (i = 0; i < nest.burst; i++)
		write_inner();
	nest_walk("after it");
}

static void interrupt(void)
{
	if (!nest.nmi)
		write_burst();
	else if (genevent_lab_in_nmi(smp_processor_id(), write_burst))
		nest_faults++;
	udelay(nest.pause_us);
}

static void take_back(void)
{
	struct gev_event *event = &GENEVENT_LAB_HANDLE[GENEVENT_LAB_INDEX_THREAD];
	struct gev_trace *trace;
	struct gev_slot slot;

	if (!gev_enter(event))
		return;
	gev_for_each_trace(trace, event, false) {
		if (!gev_reserve(&slot, trace, event, GEV_EVENT_CHANNEL, CANCELLED_BYTES))
			continue;
		memset(gev_write_header(&slot), 0xff, CANCELLED_BYTES);
		gev_cancel(&slot);
	}
	gev_leave(event);
}

typedef void (*flush_t)(struct genevent_stream *stream);

/* As the module does it: where no interrupt comes that can be kept away. */
static void flush(void)
{
	flush_t code = (flush_t)(void *)nest_code_of("genevent_stream_flush");
	unsigned long flags;

	local_irq_save(flags);
	code(raw_cpu_ptr(genevent_trace_of(genevent_traces[0])->streams[0]));
	local_irq_restore(flags);
}

static void outer(void)
{
	preempt_disable();
	if (nest.outer == NEST_FLUSH)
		genevent_lab_write_thread(nest_outers);
	nest_arm(nest.twice ? 2 : 1);
	if (nest.outer == NEST_FLUSH)
		flush();
	else if (nest.outer == NEST_CANCEL)
		take_back();
	else
		genevent_lab_write_thread(nest_outers);
	nest_arm(0);
	nest_outers++;
	preempt_enable();
}

static int parse(char *word)
{
	static const char *const outers[] = { "event", "cancel", "flush" };
	static const struct {
		const char *name;
		unsigned int *value;
	} numbers[] = {
		{ "events", &nest.events }, { "burst", &nest.burst }, { "walk", &nest.walk },
		{ "twice", &nest.twice }, { "nmi", &nest.nmi }, { "large", &nest.large },
		{ "cover", &nest.cover }, { "pause_us", &nest.pause_us },
	};
	char *value = word;
	unsigned int i;
	int found;

	word = strsep(&value, "=");
	for (i = 0; value && i < ARRAY_SIZE(numbers); i++)
		if (!strcmp(numbers[i].name, word))
			return kstrtouint(value, 0, numbers[i].value);
	if (!value || strcmp(word, "outer"))
		return -EINVAL;
	found = match_string(outers, ARRAY_SIZE(outers), value);
	if (found < 0)
		return found;
	nest.outer = found;
	return 0;
}

static int cover(void)
{
	for (nest.outer = NEST_EVENT; nest.outer <= NEST_FLUSH; nest.outer++)
		nest_cover(outer, nest.outer == NEST_FLUSH);
	return 0;
}

static int run(char *line)
{
	unsigned int used;
	char *word;
	int error = 0;

	memset(&nest, 0, sizeof(nest));
	while (!error && (word = strsep(&line, " ")))
		error = parse(word);
	if (error || !genevent_traces[0])
		return error ?: -ENOENT;
	nest_outers = 0;
	nest_inners = 0;
	nest_walks = 0;
	nest_faults = 0;
	if (nest.cover)
		return cover();
	used = nest_at_all_places(outer);
	pr_info("LAB nest: places=%u hits=%u outer=%u inner=%u walks=%lu faults=%lu\n", used,
		nest_hits(), nest_outers, nest_inners, nest_walks, nest_faults);
	return nest_faults ? -EBADMSG : 0;
}

static ssize_t nest_write(struct file *unused, const char __user *from, size_t size, loff_t *at)
{
	char *line = memdup_user_nul(from, size);
	int error;

	if (IS_ERR(line))
		return PTR_ERR(line);
	error = run(strim(line));
	kfree(line);
	return error ?: size;
}

static const struct file_operations nest_file = { .owner = THIS_MODULE, .write = nest_write };

static int __init nest_init(void)
{
	int error;

	memset(large, NEST_LARGE_BYTE, sizeof(large));
	names = kstrdup(functions, GFP_KERNEL);
	if (!names)
		return -ENOMEM;
	error = nest_find_places(names, interrupt);
	if (error)
		kfree(names);
	else
		file = debugfs_create_file("genevent-nest", 0200, NULL, NULL, &nest_file);
	return error;
}

static void __exit nest_exit(void)
{
	debugfs_remove(file);
	nest_remove_places();
	kfree(names);
}

module_init(nest_init);
module_exit(nest_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("interrupts a writer at every instruction");
