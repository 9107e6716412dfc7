/* SPDX-License-Identifier: Apache-2.0 */
/* Traces a known series of events with the tracer that barectf generated, into packets of 512 bytes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "peer.h"

#define PACKET_BYTES 512

struct platform {
	struct peer_main_ctx tracer;
	FILE *stream;
	uint64_t now;
	uint8_t buffer[PACKET_BYTES];
};

static uint64_t clock_value(void *data)
{
	return ((struct platform *)data)->now;
}

static int is_full(void *data)
{
	(void)data;
	return 0;
}

static void open_packet(void *data)
{
	peer_main_open_packet(&((struct platform *)data)->tracer, 3);
}

static void close_packet(void *data)
{
	struct platform *platform = data;

	peer_main_close_packet(&platform->tracer);
	if (fwrite(platform->buffer, PACKET_BYTES, 1, platform->stream) != 1)
		exit(1);
}

int main(int argc, char **argv)
{
	static struct platform platform;
	static const char *const words[] = { "", "one", "zwei \xc3\xa4", "quote \" and \\" };
	const struct peer_platform_callbacks callbacks = {
		.ticks_clock_get_value = clock_value,
		.is_backend_full = is_full,
		.open_packet = open_packet,
		.close_packet = close_packet,
	};
	const int events = argc > 2 ? atoi(argv[2]) : 0;

	platform.stream = argc > 1 ? fopen(argv[1], "wb") : NULL;
	if (!platform.stream)
		return 1;
	platform.now = 1234567;
	peer_init(&platform.tracer, platform.buffer, PACKET_BYTES, callbacks, &platform);
	open_packet(&platform);
	for (int i = 0; i < events; i++) {
		const uint16_t digits[] = { (uint16_t)i, 0xfffe, (uint16_t)(i * 257) };

		/* now and then nearly as far as 28 bits go */
		platform.now += i % 16 ? (uint64_t)(i % 5) : (UINT64_C(1) << 28) - 1;
		peer_main_trace_bits(&platform.tracer, (uint8_t)(i & 7), (uint8_t)(i & 1), (int8_t)(i % 32 - 16),
				     (uint32_t)(i * 12345) & 0x1ffff, ((int64_t)i - 50) * 2000000000000000,
				     (int8_t)(i % 40 - 20));
		if (i % 3 == 0)
			peer_main_trace_text(&platform.tracer, 1, words[i % 4], words[(i + 1) % 4], (float)i / 3,
					     -i * 1e100, digits, (uint32_t)(i % 4), words);
		if (i % 7 == 0)
			peer_main_trace_nothing(&platform.tracer, 7);
	}
	if (peer_packet_is_open(&platform.tracer) && !peer_packet_is_empty(&platform.tracer))
		close_packet(&platform);
	return fclose(platform.stream);
}
