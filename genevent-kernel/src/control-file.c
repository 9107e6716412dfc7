// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* The files "control" and "last_error". */
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#include "alloc.h"
#include "files.h"
#include "words.h"

/* An open control file: its last answer. */
struct talk {
	struct mutex lock;	/* of what follows */
	bool asked;
	struct genevent_answer answer;
};

static int control_open(struct inode *inode, struct file *file)
{
	struct talk *talk = genevent_zalloc(1, sizeof(*talk));

	if (!talk)
		return -ENOMEM;
	mutex_init(&talk->lock);
	file->private_data = talk;
	return 0;
}

static int control_release(struct inode *inode, struct file *file)
{
	kvfree(file->private_data);
	return 0;
}

/* What follows is read from its start; the caller stores the position after a success only. */
static void begin_answer(struct file *file, loff_t *position)
{
	*position = 0;
	file->f_pos = 0;
}

static ssize_t control_write(struct file *file, const char __user *from, size_t size,
			     loff_t *position)
{
	struct talk *talk = file->private_data;
	char *line;
	int error;

	if (size >= GENEVENT_COMMAND_BYTES) {
		mutex_lock(&talk->lock);
		talk->asked = true;
		begin_answer(file, position);
		error = genevent_error(&talk->answer, -EINVAL,
				       "a command has at most %d bytes",
				       GENEVENT_COMMAND_BYTES - 1);
		mutex_unlock(&talk->lock);
		return error;
	}
	line = memdup_user_nul(from, size);
	if (IS_ERR(line))
		return PTR_ERR(line);
	mutex_lock(&talk->lock);
	error = genevent_obey(line, &talk->answer);
	talk->asked = true;
	begin_answer(file, position);
	mutex_unlock(&talk->lock);
	kfree(line);
	return error ?: size;
}

static ssize_t control_read(struct file *file, char __user *to, size_t size, loff_t *position)
{
	struct talk *talk = file->private_data;
	ssize_t done;

	mutex_lock(&talk->lock);
	if (!talk->asked && !*position)
		genevent_list(&talk->answer);
	done = simple_read_from_buffer(to, size, position, talk->answer.text, talk->answer.size);
	mutex_unlock(&talk->lock);
	return done;
}

const struct file_operations genevent_control_file = {
	.owner = THIS_MODULE,
	.open = control_open,
	.release = control_release,
	.read = control_read,
	.write = control_write,
};

static ssize_t last_error_read(struct file *file, char __user *to, size_t size, loff_t *position)
{
	char text[GENEVENT_ERROR_BYTES + 1];
	size_t length;

	genevent_last_error(text, GENEVENT_ERROR_BYTES);
	length = strlen(text);
	if (length)
		text[length++] = '\n';
	return simple_read_from_buffer(to, size, position, text, length);
}

const struct file_operations genevent_last_error_file = {
	.owner = THIS_MODULE,
	.open = simple_open,
	.read = last_error_read,
	.llseek = default_llseek,
};
