// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Calls functions of facilities that have headers of their own. */
#include "genevent-facility-fs.h"
#include "genevent-facility-process.h"
#include "genevent-facility-timer.h"
#include "genevent-facility-user_generic.h"

#define FIRST_PID 1000
#include "calls.h"
