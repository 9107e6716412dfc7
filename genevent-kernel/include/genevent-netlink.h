/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/* Control by generic netlink: the words of the control file in an attribute. */
#ifndef GENEVENT_NETLINK_H
#define GENEVENT_NETLINK_H

#define GENEVENT_GENL_NAME "genevent"
#define GENEVENT_GENL_VERSION 1

enum genevent_genl_commands {
	GENEVENT_CMD_CONTROL = 1,
};

enum genevent_genl_attributes {
	GENEVENT_ATTR_COMMAND = 1,	/* string: a command line */
	GENEVENT_ATTR_ANSWER = 2,	/* string: what it says */
};

#endif /* GENEVENT_NETLINK_H */
