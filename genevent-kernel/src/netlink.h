/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
#ifndef GENEVENT_NETLINK_FAMILY_H
#define GENEVENT_NETLINK_FAMILY_H

int genevent_netlink_open(void);
void genevent_netlink_close(void);

#endif /* GENEVENT_NETLINK_FAMILY_H */
