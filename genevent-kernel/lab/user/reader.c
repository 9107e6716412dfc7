// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * reader METHOD STREAM FILE: appends a stream to a file, in one of the ways
 * that there are.  "read" and "spin" go on until the trace ends, the others
 * until nothing is ready.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "genevent-abi.h"

#define CAPACITY 1048576

static unsigned char buffer[CAPACITY];

static int failed(const char *what)
{
	fprintf(stderr, "reader: %s: %s\n", what, strerror(errno));
	return 1;
}

static int copy(int from, int to)
{
	ssize_t got;

	while ((got = read(from, buffer, sizeof(buffer))) > 0)
		if (write(to, buffer, got) != got)
			return failed("write");
	return got < 0 && errno != EAGAIN ? failed("read") : 0;
}

/* Asks again and again without being woken, so that nothing waits for long once it could be had. */
static int copy_spinning(int from, int to)
{
	ssize_t got;

	while ((got = read(from, buffer, sizeof(buffer))) != 0) {
		if (got < 0 && errno != EAGAIN)
			return failed("read");
		if (got < 0)
			usleep(50);
		else if (write(to, buffer, got) != got)
			return failed("write");
	}
	return 0;
}

static int copy_polled(int from, int to)
{
	struct pollfd poller = { .fd = from, .events = POLLIN };
	ssize_t got;

	while (poll(&poller, 1, 0) > 0 && poller.revents & POLLIN) {
		got = read(from, buffer, sizeof(buffer));
		if (got <= 0)
			return failed("read of what is ready");
		if (write(to, buffer, got) != got)
			return failed("write");
	}
	return 0;
}

static int copy_spliced(int from, int to)
{
	int ends[2];
	ssize_t got;

	if (pipe(ends) || fcntl(ends[1], F_SETPIPE_SZ, CAPACITY) < 0)
		return failed("pipe");
	while ((got = splice(from, NULL, ends[1], NULL, CAPACITY, 0)) > 0)
		for (ssize_t done, left = got; left > 0; left -= done) {
			done = splice(ends[0], NULL, to, NULL, left, 0);
			if (done <= 0)
				return failed("splice to file");
		}
	return got < 0 && errno != EAGAIN ? failed("splice") : 0;
}

/* The bytes of the mapping and of a sub-buffer are in the status file. */
static int sizes(const char *stream, unsigned long *size, unsigned long *count)
{
	char path[512], line[512], channel[64], format[128];
	char *at, *name;
	FILE *status;

	snprintf(path, sizeof(path), "%s", stream);
	at = strrchr(path, '/');
	*at = 0;
	name = strrchr(path, '/') + 1;
	snprintf(channel, sizeof(channel), "%s", name);
	strcpy(strstr(path, "/channels/"), "/status");
	status = fopen(path, "r");
	if (!status)
		return failed(path);
	snprintf(format, sizeof(format),
		 "channel %s id=%%*d mode=%%*s control=%%*d size=%%lu count=%%lu", channel);
	while (fgets(line, sizeof(line), status))
		if (sscanf(line, format, size, count) == 2) {
			fclose(status);
			return 0;
		}
	fclose(status);
	errno = ENOENT;
	return failed(channel);
}

static int copy_mapped(int from, int to, const char *stream)
{
	unsigned long size, count;
	unsigned char *map;
	__u64 offset;

	if (sizes(stream, &size, &count))
		return 1;
	map = mmap(NULL, size * count, PROT_READ, MAP_SHARED, from, 0);
	if (map == MAP_FAILED)
		return failed("mmap");
	while (!ioctl(from, GENEVENT_IOC_GET, &offset)) {
		memcpy(buffer, map + offset, size);
		if (ioctl(from, GENEVENT_IOC_PUT)) {
			if (errno == ESTALE)
				continue;
			return failed("GENEVENT_IOC_PUT");
		}
		if (write(to, buffer, size) != (ssize_t)size)
			return failed("write");
	}
	return errno != EAGAIN ? failed("GENEVENT_IOC_GET") : 0;
}

int main(int argc, char **argv)
{
	const char *method = argc == 4 ? argv[1] : "";
	int from, to;

	if (argc != 4)
		return 2;
	from = open(argv[2], O_RDONLY | (strcmp(method, "read") ? O_NONBLOCK : 0));
	to = open(argv[3], O_WRONLY | O_CREAT, 0600);
	if (from < 0 || to < 0 || lseek(to, 0, SEEK_END) < 0)
		return failed("open");
	if (!strcmp(method, "spin"))
		return copy_spinning(from, to);
	if (!strcmp(method, "poll"))
		return copy_polled(from, to);
	if (!strcmp(method, "splice"))
		return copy_spliced(from, to);
	if (!strcmp(method, "mmap"))
		return copy_mapped(from, to, argv[2]);
	return copy(from, to);
}
