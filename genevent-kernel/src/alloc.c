// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Memory, of which tests can have the nth allocation fail. */
#include <linux/atomic.h>
#include <linux/debugfs.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/moduleparam.h>

#include "alloc.h"

static atomic_t fail_nth = ATOMIC_INIT(0);

static int fail_set(const char *text, const struct kernel_param *parameter)
{
	int n, error = kstrtoint(text, 0, &n);

	if (error || n < 0)
		return error ?: -EINVAL;
	atomic_set(&fail_nth, n);
	return 0;
}

static int fail_get(char *text, const struct kernel_param *parameter)
{
	return scnprintf(text, PAGE_SIZE, "%d\n", atomic_read(&fail_nth));
}

static const struct kernel_param_ops fail_ops = { .set = fail_set, .get = fail_get };

module_param_cb(fail_nth, &fail_ops, NULL, 0600);
MODULE_PARM_DESC(fail_nth, "for tests: the nth allocation from now fails, once; 0: none");

/* To be asked before each allocation. */
bool genevent_allocation_fails(void)
{
	return atomic_read(&fail_nth) && !atomic_dec_if_positive(&fail_nth);
}

void *genevent_zalloc(size_t count, size_t size)
{
	return genevent_allocation_fails() ? NULL : kvcalloc(count, size, GFP_KERNEL);
}

struct dentry *genevent_make_dir(const char *name, struct dentry *parent)
{
	return genevent_allocation_fails() ? ERR_PTR(-ENOMEM) : debugfs_create_dir(name, parent);
}
