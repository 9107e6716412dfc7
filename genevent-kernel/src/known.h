/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_KNOWN_H
#define GENEVENT_KNOWN_H

#include "registry.h"

struct genevent_known *genevent_know(const struct gev_facility *facility);
bool genevent_known_same(const struct genevent_known *one, const struct genevent_known *other);

#endif /* GENEVENT_KNOWN_H */
