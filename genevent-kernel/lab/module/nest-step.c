// SPDX-License-Identifier: GPL-2.0-only OR MIT
/*
 * Goes on behind a probe without the machine's single step, on s390.
 *
 * There a probed instruction is stepped over by program event recording, which
 * QEMU does not do right: 7.2 loses the condition code, 10.0 and 11.1 miss a
 * branch that is taken.  So each place has a copy of its instruction and a jump
 * back behind it, where its handler goes on:
 *
 *	slot	the instruction, what it names relative to itself adjusted
 *		jg	behind the place
 *		jg	to where it branches, if 16 bits say where to
 *
 * Handlers are not called within a handler, where the kernel would have the
 * machine step again, so that the probe is lifted meanwhile.
 */
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/stringify.h>

#include "nest.h"

#define SLOT_BYTES 32
#define MAX_SLOTS 2048
#define JUMP_BYTES 6
#define BREAKPOINT 0x0002

/* Code of this module, since it has to be near what it jumps to. */
asm(".pushsection .text\n"
	"	.balign 32\n"
	"nest_slots:\n"
	"	.skip " __stringify(SLOT_BYTES * MAX_SLOTS) "\n"
	"	.popsection\n");

static unsigned int nr_slots;

/* Some operation codes go on in the second half of the second byte, or in the last one. */
static bool is_relative32(const u16 *code)
{
	unsigned int half = code[0] & 0xf;

	switch (code[0] >> 8) {
	case 0xc0: /* larl, brcl, brasl */
		return half == 0 || half == 4 || half == 5;
	case 0xc4: /* loads and stores */
	case 0xc6: /* comparisons, prefetch */
		return true;
	case 0xcc: /* brcth */
		return half == 6;
	default:
		return false;
	}
}

static bool is_relative16(const u16 *code)
{
	unsigned int half = code[0] & 0xf;

	switch (code[0] >> 8) {
	case 0x84: /* brxh */
	case 0x85: /* brxle */
		return true;
	case 0xa7: /* brc, bras, brct, brctg */
		return half >= 4 && half <= 7;
	case 0xec: /* brxhg, brxlg; compare and branch */
		half = code[2] & 0xff;
		return half == 0x44 || half == 0x45 || half == 0x64 || half == 0x65 ||
		       half == 0x76 || half == 0x77 || (half >= 0x7c && half <= 0x7f);
	default:
		return false;
	}
}

static void put32(u16 *code, unsigned long from, unsigned long to)
{
	s32 halves = (long)(to - from) / 2;

	memcpy(code, &halves, sizeof(halves));
}

static void put_jump(u16 *code, unsigned long from, unsigned long to)
{
	code[0] = 0xc0f4; /* brcl 15 */
	put32(code + 1, from, to);
}

static bool copy_code(unsigned long from, unsigned long at)
{
	unsigned int length = nest_code_length(from);
	u16 *slot = nest_text_writable((const void *)at), *jump;

	if (!slot)
		return false;
	memcpy(slot, (const void *)from, length);
	jump = slot + length / 2;
	put_jump(jump, at + length, from + length);
	if (is_relative32(slot)) {
		s32 halves;

		memcpy(&halves, slot + 1, sizeof(halves));
		put32(slot + 1, at, from + 2L * halves);
	} else if (is_relative16(slot)) {
		put_jump(jump + JUMP_BYTES / 2, at + length + JUMP_BYTES,
			 from + 2L * (s16)slot[1]);
		slot[1] = (length + JUMP_BYTES) / 2;
	}
	return true;
}

/* A function's first instruction is ftrace's, which needs no step. */
static bool has_step(const struct kprobe *probe)
{
	return !(probe->flags & KPROBE_FLAG_FTRACE);
}

/**
 * nest_step_make() - make the copy of an instruction
 * @probe: is there, but not enabled
 *
 * Return: where to go on after it, for nest_step_on(); NULL if there is no room
 */
const void *nest_step_make(const struct kprobe *probe)
{
	const u8 *slot = nest_slots + nr_slots * SLOT_BYTES;

	if (!has_step(probe))
		return probe->addr;
	if (nr_slots == MAX_SLOTS || !nest_text_writable(probe->addr) ||
	    !copy_code((unsigned long)probe->addr, (unsigned long)slot))
		return NULL;
	nr_slots++;
	return slot;
}

static void put_code(const struct kprobe *probe, u16 code)
{
	if (has_step(probe))
		WRITE_ONCE(*(u16 *)nest_text_writable(probe->addr), code);
}

/* An enabled probe does not strike any more, until it is lowered. */
void nest_step_lift(const struct kprobe *probe)
{
	put_code(probe, probe->opcode);
}

void nest_step_lower(const struct kprobe *probe)
{
	put_code(probe, BREAKPOINT);
}

/* What the probe's handler ends with. */
int nest_step_on(const struct kprobe *probe, const void *step, struct pt_regs *registers)
{
	if (!has_step(probe))
		return 0;
	registers->psw.addr = (unsigned long)step;
	return 1;
}
