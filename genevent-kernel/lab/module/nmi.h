/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_LAB_NMI_H
#define GENEVENT_LAB_NMI_H

#include <linux/errno.h>

typedef void (*genevent_lab_call_t)(void);

/* Has a function called in an NMI of a CPU, and waits for it; 0 or an errno. */
#ifdef CONFIG_X86
int genevent_lab_in_nmi(unsigned int cpu, genevent_lab_call_t function);
#else
static inline int genevent_lab_in_nmi(unsigned int cpu, genevent_lab_call_t function)
{
	return -EOPNOTSUPP;
}
#endif

#endif /* GENEVENT_LAB_NMI_H */
