// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Instructions as a machine has them: how long they are, and where no probe
 * can lie.
 *
 * Where all have one length, or say theirs in their first bits, each of them
 * is told of that is left out, with the reason.  On x86 the probes themselves
 * find the instructions.
 */
#include <linux/build_bug.h>
#include <linux/kernel.h>

#include "nest.h"

#if defined(CONFIG_S390)
static const u16 *code_at(unsigned long at)
{
	return (const u16 *)at;
}

unsigned int nest_code_length(unsigned long at)
{
	switch (*code_at(at) >> 14) {
	case 0:
		return 2;
	case 3:
		return 6;
	default:
		return 4;
	}
}

/* What an instruction "execute relative long" names is run there, with its second byte changed. */
static bool is_executed(unsigned long from, unsigned long at)
{
	const u16 *code = code_at(from);

	return (code[0] & 0xff0f) == 0xc600 && from + 2L * *(const s32 *)&code[1] == at;
}

const char *nest_code_apart(unsigned long base, unsigned long end, unsigned long at)
{
	unsigned long from;

	for (from = base; from < end; from += nest_code_length(from))
		if (is_executed(from, at))
			return "executed";
	return NULL;
}
#elif defined(CONFIG_ARM)
unsigned int nest_code_length(unsigned long at)
{
	BUILD_BUG_ON(IS_ENABLED(CONFIG_THUMB2_KERNEL)); /* it has two lengths */
	return sizeof(u32);
}

/* ldrex, ldrexb, ldrexh, ldrexd */
static bool is_load_exclusive(u32 code)
{
	return (code & 0x0f900fff) == 0x01900f9f;
}

static bool is_store_exclusive(u32 code)
{
	return (code & 0x0f900ff0) == 0x01800f90;
}

/*
 * After a load-exclusive until the store-exclusive an exception has the latter
 * fail, and all begins again: always, with a probe there, and as if it had
 * come before the load otherwise.
 */
const char *nest_code_apart(unsigned long base, unsigned long end, unsigned long at)
{
	bool open = false;

	for (; base < at; base += sizeof(u32)) {
		u32 code = *(const u32 *)base;

		open = is_load_exclusive(code) || (open && !is_store_exclusive(code));
	}
	return open ? "exclusive" : NULL;
}
#else
unsigned int nest_code_length(unsigned long at)
{
	return IS_ENABLED(CONFIG_X86) ? 0 : sizeof(u32);
}

const char *nest_code_apart(unsigned long base, unsigned long end, unsigned long at)
{
	return NULL;
}
#endif

#ifdef CONFIG_ARM64
#define NOP 0xd503201f
#define MAX_HIDDEN 64

static struct {
	u32 *at;
	u32 code;
} hidden[MAX_HIDDEN];

static unsigned int nr_hidden;

/*
 * The kernel refuses probes after load-exclusives, for which it takes
 * compare-and-swaps and load-acquires, too: what differs is a bit.
 */
static bool seems_exclusive(u32 code)
{
	return (code & 0x3fc00000) == 0x08c00000;
}

void nest_code_hide(unsigned long base, unsigned long end)
{
	for (; base < end && nr_hidden < MAX_HIDDEN; base += sizeof(u32)) {
		u32 code = *(const u32 *)base;

		if (!seems_exclusive(code))
			continue;
		hidden[nr_hidden].at = nest_text_writable((const void *)base);
		if (!hidden[nr_hidden].at)
			continue;
		hidden[nr_hidden].code = code;
		WRITE_ONCE(*hidden[nr_hidden++].at, NOP);
	}
}

void nest_code_show(void)
{
	for (; nr_hidden; nr_hidden--)
		WRITE_ONCE(*hidden[nr_hidden - 1].at, hidden[nr_hidden - 1].code);
}
#else
void nest_code_hide(unsigned long base, unsigned long end)
{
}

void nest_code_show(void)
{
}
#endif
