/* SPDX-License-Identifier: Apache-2.0 */
/* A field of every class that LTTng-UST has. Included several times by the headers at its end. */
#undef LTTNG_UST_TRACEPOINT_PROVIDER
#define LTTNG_UST_TRACEPOINT_PROVIDER peer

#undef LTTNG_UST_TRACEPOINT_INCLUDE
#define LTTNG_UST_TRACEPOINT_INCLUDE "./peer.h"

#if !defined(PEER_H) || defined(LTTNG_UST_TRACEPOINT_HEADER_MULTI_READ)
#define PEER_H
#include <stdint.h>
#include <lttng/tracepoint.h>

LTTNG_UST_TRACEPOINT_ENUM(peer, state,
	LTTNG_UST_TP_ENUM_VALUES(
		lttng_ust_field_enum_value("idle", 0)
		lttng_ust_field_enum_value("busy", 1)
		lttng_ust_field_enum_range("later", 10, 20)
		lttng_ust_field_enum_value("below", -3)
	)
)

LTTNG_UST_TRACEPOINT_EVENT(peer, every,
	LTTNG_UST_TP_ARGS(int, i, const char *, text, double, real),
	LTTNG_UST_TP_FIELDS(
		lttng_ust_field_integer(int, number, i)
		lttng_ust_field_integer(int8_t, small, (int8_t)-i)
		lttng_ust_field_integer_hex(uint64_t, hex, (uint64_t)i * 0x0123456789abcdefULL)
		lttng_ust_field_integer_network(uint32_t, network, (uint32_t)i)
		lttng_ust_field_integer_network_hex(uint16_t, port, (uint16_t)i)
		lttng_ust_field_float(float, single, (float)real)
		lttng_ust_field_float(double, twice, real)
		lttng_ust_field_string(text, text)
		lttng_ust_field_array(uint8_t, bytes, (const uint8_t *)&i, 4)
		lttng_ust_field_array_text(char, fixed, "abcdefgh", 8)
		lttng_ust_field_sequence(int16_t, numbers, (const int16_t *)&i, uint8_t, (uint8_t)(i % 3))
		lttng_ust_field_sequence_text(char, part, text, size_t, (size_t)(i % 4))
		lttng_ust_field_enum(peer, state, int, state, i % 25 - 4)
	)
)

LTTNG_UST_TRACEPOINT_EVENT(peer, tick,
	LTTNG_UST_TP_ARGS(uint64_t, i),
	LTTNG_UST_TP_FIELDS(lttng_ust_field_integer(uint64_t, i, i))
)
#endif
#include <lttng/tracepoint-event.h>
