// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Writers for the lab: on each CPU a thread, a timer in hard and one in soft
 * interrupts, until the thread has written so many events.
 *
 *	run	write N: N events from each thread; returns when all are done
 *	sent	what was tried since the module was loaded, a line a CPU
 *	counted	cycles that the last "count N" or "empty N" took
 *	do	write a word: what is not a matter of many events
 */
#include <linux/cpu.h>
#include <linux/debugfs.h>
#include <linux/hrtimer.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/timex.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

#include "genevent-facility-lab.h"
#include "thread.h"

static unsigned int timer_us = 300;
module_param(timer_us, uint, 0644);
MODULE_PARM_DESC(timer_us, "microseconds between hard interrupts; 0: none");

static unsigned int first;
module_param(first, uint, 0444);
MODULE_PARM_DESC(first, "the number of the first event of each kind");

struct writer {
	struct hrtimer hard;
	struct hrtimer soft;
	u32 threads;
	u32 ticks;
	u32 softs;
};

static DEFINE_PER_CPU(struct writer, writers);
static struct dentry *dir;
static atomic_t running;
static DECLARE_COMPLETION(all_done);
static DEFINE_MUTEX(busy);	/* one run at a time */
static u32 seq;			/* of events that are written one by one */
static u32 depth = 1000;	/* likewise, of those from a filter: the last is the first to end */

static enum hrtimer_restart on_hard(struct hrtimer *timer)
{
	struct writer *writer = container_of(timer, struct writer, hard);
	u32 n = writer->ticks++;

	genevent_lab_tick(n, value_of(n), !!in_hardirq());
	hrtimer_forward_now(timer, ns_to_ktime(timer_us * 1000ull));
	return HRTIMER_RESTART;
}

static enum hrtimer_restart on_soft(struct hrtimer *timer)
{
	struct writer *writer = container_of(timer, struct writer, soft);
	u32 n = writer->softs++;

	genevent_lab_soft(n, value_of(n));
	hrtimer_forward_now(timer, ns_to_ktime(timer_us * 2700ull));
	return HRTIMER_RESTART;
}

static int write_many(void *events)
{
	struct writer *writer = this_cpu_ptr(&writers);
	unsigned long i;

	hrtimer_init(&writer->hard, CLOCK_MONOTONIC, HRTIMER_MODE_REL_PINNED_HARD);
	hrtimer_init(&writer->soft, CLOCK_MONOTONIC, HRTIMER_MODE_REL_PINNED_SOFT);
	writer->hard.function = on_hard;
	writer->soft.function = on_soft;
	if (timer_us) {
		hrtimer_start(&writer->hard, 0, HRTIMER_MODE_REL_PINNED_HARD);
		hrtimer_start(&writer->soft, 0, HRTIMER_MODE_REL_PINNED_SOFT);
	}
	for (i = 0; i < (unsigned long)events; i++) {
		genevent_lab_write_thread(writer->threads++);
		cond_resched();
	}
	hrtimer_cancel(&writer->hard);
	hrtimer_cancel(&writer->soft);
	if (atomic_dec_and_test(&running))
		complete(&all_done);
	return 0;
}

static int run(unsigned long events)
{
	struct task_struct *task;
	int cpu;

	cpus_read_lock();
	atomic_set(&running, 1);
	reinit_completion(&all_done);
	for_each_online_cpu(cpu) {
		task = kthread_create_on_cpu(write_many, (void *)events, cpu, "lab/%u");
		if (IS_ERR(task))
			continue;
		atomic_inc(&running);
		wake_up_process(task);
	}
	cpus_read_unlock();
	if (atomic_dec_and_test(&running))
		complete(&all_done);
	wait_for_completion(&all_done);
	return 0;
}

static ssize_t run_write(struct file *file, const char __user *from, size_t size, loff_t *at)
{
	unsigned long events;
	int error = kstrtoul_from_user(from, size, 0, &events);

	if (error)
		return error;
	mutex_lock(&busy);
	error = run(events);
	mutex_unlock(&busy);
	return error ?: size;
}

static const struct file_operations run_file = { .owner = THIS_MODULE, .write = run_write };

static int sent_show(struct seq_file *out, void *unused)
{
	int cpu;

	for_each_online_cpu(cpu) {
		const struct writer *writer = per_cpu_ptr(&writers, cpu);

		seq_printf(out, "cpu=%d thread=%u tick=%u soft=%u\n", cpu, writer->threads,
			   writer->ticks, writer->softs);
	}
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(sent);

/* An event that is taken back, with another one behind it or not. */
static void cancel_one(bool behind)
{
	struct gev_event *event = &GENEVENT_LAB_HANDLE[GENEVENT_LAB_INDEX_THREAD];
	struct gev_trace *trace;
	struct gev_slot slot;

	if (!gev_enabled(&GENEVENT_LAB_HANDLE[GENEVENT_LAB_INDEX_THREAD]) || !gev_enter(event))
		return;
	gev_for_each_trace(trace, event, false) {
		if (!gev_reserve(&slot, trace, event, GEV_EVENT_CHANNEL, behind ? 300 : 21))
			continue;
		gev_write_header(&slot);
		if (behind)
			genevent_lab_inner(seq, value_of(seq));
		gev_cancel(&slot);
	}
	gev_leave(event);
}

/* A filter that is a writer itself goes as deep as writers may. */
static bool filter_deeper(const struct gev_trace *trace, const struct gev_event *event, size_t size)
{
	u32 n = --depth;

	genevent_lab_inner(n, value_of(n));
	return true;
}

static bool filter_ticks(const struct gev_trace *trace, const struct gev_event *event, size_t size)
{
	return event->id != GENEVENT_LAB_ID_TICK;
}

static void dump_state(const struct gev_facility *facility, const struct gev_trace *trace)
{
	genevent_lab_dumped(trace, seq, genevent_trace_name(trace));
}

static int write_large(unsigned long size)
{
	u8 *data = vzalloc(size + 1);
	const struct genevent_lab_large_data sequence = { .length = size, .elements = data };

	if (!data)
		return -ENOMEM;
	genevent_lab_large(&sequence);
	vfree(data);
	return 0;
}

static u64 counted;	/* cycles that the last count took */

/*
 * Cycles of a loop with and without an event in it.  Where the emulator makes
 * its clock of what it executes (-icount), a cycle is an instruction.
 */
static void count(unsigned long number, bool empty)
{
	cycles_t begin;
	u32 n;

	begin = get_cycles();
	for (n = 0; n < number; n++) {
		if (!empty)
			genevent_lab_inner(n, value_of(n));
		barrier();
	}
	counted = get_cycles() - begin;
}

static int counted_show(struct seq_file *out, void *unused)
{
	seq_printf(out, "%llu\n", counted);
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(counted);

/* Of several traces, each has the others' events, too, but not those of scope="trace". */
static int obey(char *word)
{
	unsigned long number = 0;
	char *argument = word;

	word = strsep(&argument, " ");
	if (argument && kstrtoul(argument, 0, &number))
		return -EINVAL;
	seq++;
	if (!strcmp(word, "large"))
		return write_large(number);
	if (!strcmp(word, "count") || !strcmp(word, "empty"))
		count(number, !strcmp(word, "empty"));
	else if (!strcmp(word, "forced"))
		genevent_lab_forced(seq);
	else if (!strcmp(word, "fact"))
		genevent_lab_fact(seq);
	else if (!strcmp(word, "routed"))
		genevent_lab_routed(number, seq);
	else if (!strcmp(word, "span"))
		genevent_lab_span_end(genevent_lab_span_begin(), seq);
	else if (!strcmp(word, "cancel"))
		cancel_one(false);
	else if (!strcmp(word, "filler"))
		cancel_one(true);
	else if (!strcmp(word, "deeper"))
		return genevent_register_filter(filter_deeper);
	else if (!strcmp(word, "shallow"))
		return genevent_unregister_filter(filter_deeper);
	else if (!strcmp(word, "noticks"))
		return genevent_register_filter(filter_ticks);
	else if (!strcmp(word, "ticks"))
		return genevent_unregister_filter(filter_ticks);
	else if (!strcmp(word, "dump"))
		return genevent_set_state_dump(GENEVENT_LAB_HANDLE, dump_state);
	else if (!strcmp(word, "nodump"))
		return genevent_set_state_dump(GENEVENT_LAB_HANDLE, NULL);
	else
		return -EINVAL;
	return 0;
}

static ssize_t do_write(struct file *file, const char __user *from, size_t size, loff_t *at)
{
	char *line = memdup_user_nul(from, size);
	int error;

	if (IS_ERR(line))
		return PTR_ERR(line);
	mutex_lock(&busy);
	error = obey(strim(line));
	mutex_unlock(&busy);
	kfree(line);
	return error ?: size;
}

static const struct file_operations do_file = { .owner = THIS_MODULE, .write = do_write };

static int __init writers_init(void)
{
	int cpu;

	for_each_possible_cpu(cpu) {
		struct writer *writer = per_cpu_ptr(&writers, cpu);

		writer->threads = first;
		writer->ticks = first;
		writer->softs = first;
	}
	dir = debugfs_create_dir("genevent-lab", NULL);
	debugfs_create_file("run", 0200, dir, NULL, &run_file);
	debugfs_create_file("sent", 0400, dir, NULL, &sent_fops);
	debugfs_create_file("do", 0200, dir, NULL, &do_file);
	debugfs_create_file("counted", 0400, dir, NULL, &counted_fops);
	return 0;
}

static void __exit writers_exit(void)
{
	genevent_unregister_filter(filter_deeper);
	genevent_unregister_filter(filter_ticks);
	genevent_set_state_dump(GENEVENT_LAB_HANDLE, NULL);
	debugfs_remove(dir);
}

module_init(writers_init);
module_exit(writers_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("writers of the facility lab");
