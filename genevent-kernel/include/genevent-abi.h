/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* What user space sees besides text: packets, and calls for readers by mmap. */
#ifndef GENEVENT_ABI_H
#define GENEVENT_ABI_H

#include <linux/ioctl.h>
#include <linux/types.h>

#define GENEVENT_VERSION "0.1"
#define GENEVENT_ABI 1

#define GENEVENT_MAGIC 0xC1FC1FC1u

/* The first bytes of each sub-buffer, in the kernel's byte order. */
struct genevent_packet_header {
	__u32 magic;
	__u8 uuid[16];
	__u32 stream_id;		/* offset 20: the channel */
	__u64 stream_instance_id;	/* the CPU */
	__u64 timestamp_begin;		/* 32 */
	__u64 timestamp_end;		/* 40 */
	__u64 content_size;		/* 48, bits; all events below it are committed */
	__u64 packet_size;		/* 56, bits */
	__u64 packet_seq_num;		/* 64 */
	__u64 events_discarded;		/* 72 */
	__u32 cpu_id;			/* 80 */
	__u8 reserved[44];		/* 84 */
};

/* The next sub-buffer that is ready: its offset in the mapping.  EAGAIN: none. */
#define GENEVENT_IOC_GET _IOR(0xF7, 1, __u64)

/* Hands it back.  ESTALE: it was overwritten meanwhile. */
#define GENEVENT_IOC_PUT _IO(0xF7, 2)

#endif /* GENEVENT_ABI_H */
