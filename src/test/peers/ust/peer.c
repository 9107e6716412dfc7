/* SPDX-License-Identifier: Apache-2.0 */
/* Traces a known series of events with LTTng-UST. */
#define LTTNG_UST_TRACEPOINT_CREATE_PROBES
#define LTTNG_UST_TRACEPOINT_DEFINE
#include "peer.h"
#include <stdlib.h>
int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 100;
	static const char *const texts[] = { "", "plain", "two words", "\xc3\xa4\xe2\x82\xac", "quote \" back \\" };
	for (int i = 0; i < n; i++) {
		lttng_ust_tracepoint(peer, every, i, texts[i % 5], i / 8.0);
		lttng_ust_tracepoint(peer, tick, (uint64_t)i << 40);
	}
	return 0;
}
