// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Non-maskable interrupts, which a CPU gets from another one or from itself
 * through its local interrupt controller.  x86 only.
 *
 *	on	write 1: on each CPU, a thread sends them to the next CPU, which
 *		writes an event in each; write 0: they end
 *	sent	how many there were since the module was loaded, a line a CPU
 */
#include <linux/cpu.h>
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/hardirq.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/timekeeping.h>
#include <asm/apic.h>
#include <asm/nmi.h>

#include "genevent-facility-lab.h"
#include "nmi.h"
#include "thread.h"

static unsigned int pause_us = 30;
module_param(pause_us, uint, 0644);
MODULE_PARM_DESC(pause_us, "microseconds between two interrupts of a CPU");

static DEFINE_PER_CPU(genevent_lab_call_t, wanted);
static DEFINE_PER_CPU(u32, taken);
static DEFINE_PER_CPU(struct task_struct *, senders);
static struct dentry *dir;
static DEFINE_MUTEX(busy);	/* of the senders */

/* Those of somebody else are left to others. */
static int on_nmi(unsigned int type, struct pt_regs *registers)
{
	genevent_lab_call_t function = this_cpu_read(wanted);

	if (!function)
		return NMI_DONE;
	function();
	smp_store_release(this_cpu_ptr(&wanted), NULL);	/* what it did before; pairs below */
	return NMI_HANDLED;
}

int genevent_lab_in_nmi(unsigned int cpu, genevent_lab_call_t function)
{
	genevent_lab_call_t *slot = per_cpu_ptr(&wanted, cpu);
	u64 begin = ktime_get_mono_fast_ns();

	if (cmpxchg(slot, NULL, function))
		return -EBUSY;
	apic->send_IPI(cpu, NMI_VECTOR);
	while (smp_load_acquire(slot)) {	/* see above */
		if (ktime_get_mono_fast_ns() - begin > 10ull * NSEC_PER_SEC)
			return -ETIMEDOUT;
		cpu_relax();
	}
	return 0;
}
EXPORT_SYMBOL_GPL(genevent_lab_in_nmi);

static void write_one(void)
{
	u32 n = this_cpu_inc_return(taken) - 1;

	genevent_lab_nmi(n, value_of(n), !!in_nmi());
}

static int send(void *cpu)
{
	while (!kthread_should_stop()) {
		if (genevent_lab_in_nmi((unsigned long)cpu, write_one))
			pr_err("WARNING: no NMI comes\n");
		udelay(pause_us);
		cond_resched();
	}
	return 0;
}

static void stop_all(void)
{
	unsigned int cpu;

	for_each_possible_cpu(cpu) {
		struct task_struct **sender = per_cpu_ptr(&senders, cpu);

		if (*sender)
			kthread_stop(*sender);
		*sender = NULL;
	}
}

static int start_all(void)
{
	unsigned int cpu, next;

	for_each_online_cpu(cpu) {
		struct task_struct **sender = per_cpu_ptr(&senders, cpu);

		next = cpumask_next(cpu, cpu_online_mask);
		if (next >= nr_cpu_ids)
			next = cpumask_first(cpu_online_mask);
		if (*sender)
			continue;
		*sender = kthread_create_on_cpu(send, (void *)(unsigned long)next, cpu, "nmi/%u");
		if (IS_ERR(*sender)) {
			*sender = NULL;
			return -ENOMEM;
		}
		wake_up_process(*sender);
	}
	return 0;
}

static ssize_t on_write(struct file *file, const char __user *from, size_t size, loff_t *at)
{
	bool on;
	int error = kstrtobool_from_user(from, size, &on);

	if (error)
		return error;
	mutex_lock(&busy);
	if (on)
		error = start_all();
	else
		stop_all();
	mutex_unlock(&busy);
	return error ?: size;
}

static const struct file_operations on_file = { .owner = THIS_MODULE, .write = on_write };

static int sent_show(struct seq_file *out, void *unused)
{
	unsigned int cpu;

	for_each_online_cpu(cpu)
		seq_printf(out, "cpu=%u nmi=%u\n", cpu, per_cpu(taken, cpu));
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(sent);

static int __init lab_nmi_init(void)
{
	int error = register_nmi_handler(NMI_LOCAL, on_nmi, 0, "genevent-lab");

	if (error)
		return error;
	dir = debugfs_create_dir("genevent-nmi", NULL);
	debugfs_create_file("on", 0200, dir, NULL, &on_file);
	debugfs_create_file("sent", 0400, dir, NULL, &sent_fops);
	return 0;
}

static void __exit lab_nmi_exit(void)
{
	debugfs_remove(dir);
	stop_all();
	unregister_nmi_handler(NMI_LOCAL, "genevent-lab");
}

module_init(lab_nmi_init);
module_exit(lab_nmi_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("writes events in non-maskable interrupts");
