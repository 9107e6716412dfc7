/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Events of each facility, at the module's start; values follow from FIRST_PID. */
#include <linux/module.h>

static const u8 path[] = "/etc/hostname";

static int __init calls_init(void)
{
	const struct genevent_fs_open_filename file = {
		.length = sizeof(path) - 1,
		.elements = path,
	};
	const struct genevent_fs_exec_filename none = { .length = 0 };

	genevent_process_fork(FIRST_PID, FIRST_PID + 1, FIRST_PID + 1);
	genevent_process_kernel_thread(FIRST_PID + 2, (const void *)0x12345678ul);
	genevent_process_kill(FIRST_PID, FIRST_PID + 1, GENEVENT_PROCESS_SIGNAL_NAME_SIGKILL);
	genevent_process_wakeup(FIRST_PID + 1, -1);
	genevent_process_schedchange(FIRST_PID, FIRST_PID + 1, INT_MIN);
	genevent_fs_open(&file, 3);
	genevent_fs_exec(&none);
	genevent_fs_read(3, SIZE_MAX);
	genevent_fs_seek(3, -(gev_off_t)FIRST_PID, 2);
	genevent_fs_select(3, ULONG_MAX);
	genevent_timer_softirq();
	genevent_timer_set_itimer(GENEVENT_TIMER_ITIMER_KIND_ITIMER_PROF, 1, 2, 3, UINT_MAX);
	genevent_timer_set_timer(FIRST_PID, NULL, 5);
	genevent_user_generic_string("with \"quotes\" and a \\");
	genevent_user_generic_string_pointer(NULL, NULL);
	genevent_user_generic_thread_brand("");
	return 0;
}

static void __exit calls_exit(void)
{
}

module_init(calls_init);
module_exit(calls_exit);
MODULE_LICENSE("Dual MIT/GPL");
MODULE_DESCRIPTION("calls functions of generated headers");
