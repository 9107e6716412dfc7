// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* What readers do with a stream: read, splice, poll, mmap. */
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/poll.h>
#include <linux/relay.h>
#include <linux/sched/signal.h>
#include <linux/uio.h>

#include "trace.h"

static struct genevent_stream *stream_of(const struct file *file)
{
	/* relay's mmap takes its buffer from private_data, so that is what lies there */
	struct rchan_buf *buf = file->private_data;
	struct genevent_channel *channel = buf->chan->private_data;

	return per_cpu_ptr(channel->streams, buf->cpu);
}

static struct genevent_trace *trace_of(const struct genevent_stream *stream)
{
	return stream->channel->trace;
}

/* Pairs with the release in genevent_trace_stop(): what was flushed before is seen. */
static bool ended(const struct genevent_stream *stream)
{
	return smp_load_acquire(&trace_of(stream)->ended);	/* see above */
}

static int stream_file_open(struct inode *inode, struct file *file)
{
	struct genevent_stream *stream;
	int error;

	/* Who may not write cannot map it for writing either, now or later. */
	if (file->f_mode & FMODE_WRITE)
		return -EACCES;
	error = relay_file_operations.open(inode, file);
	if (error)
		return error;
	stream = stream_of(file);
	if (test_and_set_bit_lock(0, &stream->opened)) {
		relay_file_operations.release(inode, file);
		return -EBUSY;
	}
	stream->got = false;
	genevent_trace_get(trace_of(stream));
	return 0;
}

static int stream_release(struct inode *inode, struct file *file)
{
	struct genevent_stream *stream = stream_of(file);
	struct genevent_trace *trace = trace_of(stream);

	clear_bit_unlock(0, &stream->opened);
	relay_file_operations.release(inode, file);
	genevent_trace_put(trace);
	return 0;
}

/* Losses that came when nothing could be opened to tell of them: now it can. */
static bool tell_losses(struct genevent_stream *stream)
{
	if (genevent_discarded(stream) == READ_ONCE(stream->told))
		return false;
	genevent_flush_stream(stream);
	return genevent_ready(stream);
}

/* Takes the next sub-buffer, if there is one. */
static int take(struct genevent_stream *stream, struct iov_iter *to)
{
	const size_t size = genevent_sub_bytes(stream);
	unsigned long at = atomic_long_read(&stream->consumed);
	size_t copied;

	if (!genevent_complete(stream, at))
		return atomic_long_read(&stream->consumed) == at ? -EAGAIN : 0;
	smp_rmb();	/* the count before what it counts; pairs with genevent_stream_count() */
	copied = copy_to_iter(genevent_memory_at(stream, at), size, to);
	if (copied != size) {
		iov_iter_revert(to, copied);
		return -EFAULT;
	}
	if ((unsigned long)atomic_long_cmpxchg(&stream->consumed, at, at + size) == at)
		return 1;
	iov_iter_revert(to, copied);	/* overwritten meanwhile */
	return 0;
}

/* Waits until there is something to take; 0 if there never will be. */
static int wait_for_more(struct genevent_stream *stream, const struct file *file)
{
	if (ended(stream))
		return genevent_ready(stream) || tell_losses(stream);
	if (file->f_flags & O_NONBLOCK)
		return -EAGAIN;
	return wait_event_interruptible(stream->wait, genevent_ready(stream) || ended(stream)) ?: 1;
}

static ssize_t stream_read_iter(struct kiocb *call, struct iov_iter *to)
{
	struct genevent_stream *stream = stream_of(call->ki_filp);
	const size_t size = genevent_sub_bytes(stream);
	ssize_t done = 0;
	int result = 0;

	if (iov_iter_count(to) < size)
		return -EINVAL;
	if (mutex_lock_interruptible(&stream->reader))
		return -ERESTARTSYS;
	while (iov_iter_count(to) >= size) {
		result = take(stream, to);
		if (result > 0)
			done += size;
		else if (!result && signal_pending(current))	/* overwritten each time */
			result = -ERESTARTSYS;
		if (result == -EAGAIN && !done) {
			result = wait_for_more(stream, call->ki_filp);
			if (!result)
				break;
		}
		if (result < 0)
			break;
	}
	mutex_unlock(&stream->reader);
	return done ?: result;
}

static __poll_t stream_poll(struct file *file, poll_table *table)
{
	struct genevent_stream *stream = stream_of(file);
	bool over;

	poll_wait(file, &stream->wait, table);
	over = ended(stream);
	if (genevent_ready(stream))
		return EPOLLIN | EPOLLRDNORM;
	if (!over)
		return 0;
	return genevent_discarded(stream) == READ_ONCE(stream->told) ? EPOLLHUP :
	       EPOLLIN | EPOLLRDNORM;
}

static int stream_mmap(struct file *file, struct vm_area_struct *area)
{
	return relay_file_operations.mmap(file, area);
}

static long get_sub(struct genevent_stream *stream, u64 __user *offset)
{
	unsigned long at = atomic_long_read(&stream->consumed);

	if (stream->got)
		return -EBUSY;
	if (!genevent_complete(stream, at)) {
		if (!ended(stream) || !tell_losses(stream))
			return -EAGAIN;
		at = atomic_long_read(&stream->consumed);
	}
	smp_rmb();	/* as in take() */
	if (put_user((u64)(at & stream->buffer_mask), offset))
		return -EFAULT;
	stream->got = true;
	stream->got_at = at;
	return 0;
}

static long put_sub(struct genevent_stream *stream)
{
	unsigned long at = stream->got_at;

	if (!stream->got)
		return -EINVAL;
	stream->got = false;
	return (unsigned long)atomic_long_cmpxchg(&stream->consumed, at,
						  at + genevent_sub_bytes(stream)) == at ?
	       0 : -ESTALE;
}

static long stream_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct genevent_stream *stream = stream_of(file);
	long result = -ENOTTY;

	if (mutex_lock_interruptible(&stream->reader))
		return -ERESTARTSYS;
	if (command == GENEVENT_IOC_GET)
		result = get_sub(stream, (u64 __user *)argument);
	else if (command == GENEVENT_IOC_PUT)
		result = put_sub(stream);
	mutex_unlock(&stream->reader);
	return result;
}

const struct file_operations genevent_stream_file = {
	.owner = THIS_MODULE,
	.open = stream_file_open,
	.release = stream_release,
	.read_iter = stream_read_iter,
	.splice_read = GENEVENT_SPLICE_READ,
	.poll = stream_poll,
	.mmap = stream_mmap,
	.unlocked_ioctl = stream_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
};
