// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Calls functions of facilities that have one header together. */
#include "genevent-facilities.h"

#define FIRST_PID 2000
#include "calls.h"
