// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Channels: memory and files of their streams, which relay makes for each CPU. */
#include <linux/mm.h>
#include <linux/relay.h>

#include "alloc.h"
#include "trace.h"

static void genevent_wake(struct irq_work *work)
{
	wake_up_interruptible_all(&container_of(work, struct genevent_stream, work)->wait);
}

/* What no packet of a stream changes. */
static void genevent_prepare_headers(struct genevent_stream *stream)
{
	struct genevent_channel *channel = stream->channel;
	unsigned long at;

	for (at = 0; at < genevent_buffer_bytes(stream); at += genevent_sub_bytes(stream)) {
		struct genevent_packet_header *header = genevent_header_at(stream, at);

		export_uuid(header->uuid, &channel->trace->uuid);
		header->stream_id = channel->id;
		header->stream_instance_id = stream->cpu;
		header->packet_size = genevent_sub_bytes(stream) * 8ull;
		header->cpu_id = stream->cpu;
		genevent_sub_at(stream, at)->header = header;
	}
}

/*
 * relay calls this also when a CPU comes online for the first time.  It has
 * not set buf->cpu yet; what it undoes if this fails, it finds by that.
 */
static struct dentry *create_buf_file(const char *name, struct dentry *parent, umode_t mode,
				      struct rchan_buf *buf, int *is_global)
{
	struct genevent_channel *channel = buf->chan->private_data;
	struct genevent_stream *stream;
	struct dentry *file;
	unsigned int cpu;

	if (sscanf(name, "cpu%u", &cpu) != 1)
		return NULL;
	buf->cpu = cpu;
	if (genevent_allocation_fails())
		return NULL;
	/* The proxy of debugfs_create_file() has neither mmap nor splice. */
	file = debugfs_create_file_unsafe(name, mode, parent, buf, &genevent_stream_file);
	if (IS_ERR(file))
		return NULL;
	stream = per_cpu_ptr(channel->streams, cpu);
	stream->memory = buf->start;
	genevent_prepare_headers(stream);
	/* What writers find before they find room; pairs with the size's dependency */
	smp_store_release(&stream->size_limit, genevent_sub_bytes(stream) -
			  GENEVENT_HEADER_BYTES - GENEVENT_RECORD_BYTES);
	return file;
}

static int remove_buf_file(struct dentry *file)
{
	debugfs_remove(file);
	return 0;
}

static const struct rchan_callbacks relay_calls = {
	.create_buf_file = create_buf_file,
	.remove_buf_file = remove_buf_file,
};

static int genevent_prepare_stream(struct genevent_channel *channel, unsigned int cpu)
{
	struct genevent_stream *stream = per_cpu_ptr(channel->streams, cpu);
	unsigned long i;

	stream->channel = channel;
	stream->cpu = cpu;
	stream->overwrite = channel->overwrite;
	stream->sub_mask = channel->sub_bytes - 1;
	stream->sub_shift = ilog2(channel->sub_bytes);
	stream->buffer_mask = channel->sub_bytes * channel->sub_count - 1;
	init_irq_work(&stream->work, genevent_wake);
	init_waitqueue_head(&stream->wait);
	mutex_init(&stream->reader);
	stream->subs = genevent_zalloc(channel->sub_count, sizeof(*stream->subs));
	if (!stream->subs)
		return -ENOMEM;
	for (i = 0; i < channel->sub_count; i++) {
		local_set(&stream->subs[i].committed, i * channel->sub_bytes);
		stream->subs[i].limit = 1;	/* which no sub-buffer's is */
	}
	return 0;
}

/* Rather none than one that has the kernel end processes for it. */
bool genevent_channel_memory_suffices(const struct genevent_trace *trace)
{
	u64 bytes = 0;
	unsigned int i;

	for (i = 0; i < trace->nr_channels; i++)
		bytes += (u64)trace->channels[i].sub_bytes * trace->channels[i].sub_count;
	return bytes * num_online_cpus() < (u64)si_mem_available() << PAGE_SHIFT;
}

/**
 * genevent_channel_open() - make streams for all CPUs, and their files
 * @channel: with its settings
 *
 * Return: 0, or -ENOMEM; then genevent_channel_close() and _free() follow
 */
int genevent_channel_open(struct genevent_channel *channel)
{
	unsigned int cpu;

	channel->dir = genevent_make_dir(channel->name, channel->trace->channels_dir);
	if (IS_ERR(channel->dir))
		return PTR_ERR(channel->dir);
	if (genevent_allocation_fails())
		return -ENOMEM;
	channel->streams = alloc_percpu(struct genevent_stream);
	if (!channel->streams)
		return -ENOMEM;
	for_each_possible_cpu(cpu)
		if (genevent_prepare_stream(channel, cpu))
			return -ENOMEM;
	if (genevent_allocation_fails())
		return -ENOMEM;
	channel->relay = relay_open("cpu", channel->dir, channel->sub_bytes, channel->sub_count,
				    &relay_calls, channel);
	if (!channel->relay)
		return -ENOMEM;
	channel->trace->streams[channel->id] = channel->streams;
	return 0;
}

/* No writer is there any more; files that are open keep the memory. */
void genevent_channel_close(struct genevent_channel *channel)
{
	unsigned int cpu;

	if (!channel->relay)
		return;
	for_each_possible_cpu(cpu)
		irq_work_sync(&per_cpu_ptr(channel->streams, cpu)->work);
	relay_close(channel->relay);
}

/* No file is open any more. */
void genevent_channel_free(struct genevent_channel *channel)
{
	unsigned int cpu;

	if (!channel->streams)
		return;
	for_each_possible_cpu(cpu)
		kvfree(per_cpu_ptr(channel->streams, cpu)->subs);
	free_percpu(channel->streams);
}
