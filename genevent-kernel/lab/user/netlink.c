// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* netlink COMMAND...: says a command to the family "genevent"; prints the answer, or the reason. */
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "genevent-netlink.h"

static struct {
	struct nlmsghdr header;
	struct genlmsghdr generic;
	char rest[8192];
} message;

static char last[8192];

static const struct nlattr *find(const void *from, int size, int type)
{
	const char *at = from;

	while (size >= (int)sizeof(struct nlattr)) {
		const struct nlattr *attribute = (const void *)at;

		if ((attribute->nla_type & NLA_TYPE_MASK) == type)
			return attribute;
		size -= NLA_ALIGN(attribute->nla_len);
		at += NLA_ALIGN(attribute->nla_len);
	}
	return NULL;
}

/* The errno; the answer, or the reason, is in last. */
static int ask(int socket, int family, int command, int type, const char *text, int answer)
{
	struct nlattr *attribute = (struct nlattr *)message.rest;
	const struct nlattr *found;
	int size, result = -1;

	memset(&message, 0, sizeof(message));
	attribute->nla_type = type;
	attribute->nla_len = NLA_HDRLEN + strlen(text) + 1;
	strcpy(message.rest + NLA_HDRLEN, text);
	message.header.nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN) + NLA_ALIGN(attribute->nla_len);
	message.header.nlmsg_type = family;
	message.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
	message.generic.cmd = command;
	message.generic.version = 1;
	if (send(socket, &message, message.header.nlmsg_len, 0) < 0)
		return -1;
	*last = 0;
	while (result < 0 && (size = recv(socket, &message, sizeof(message), 0)) > 0) {
		if (message.header.nlmsg_type == NLMSG_ERROR) {
			struct nlmsgerr *error = NLMSG_DATA(&message.header);
			int skip = NLMSG_LENGTH(sizeof(*error));

			result = -error->error;
			if (!(message.header.nlmsg_flags & NLM_F_CAPPED))
				skip += error->msg.nlmsg_len - NLMSG_HDRLEN;
			skip = NLMSG_ALIGN(skip);
			found = find((char *)&message + skip, size - skip, NLMSGERR_ATTR_MSG);
			if (result && found)
				strcpy(last, (const char *)found + NLA_HDRLEN);
		} else {
			found = find(message.rest, size - (int)NLMSG_LENGTH(GENL_HDRLEN), answer);
			if (found)
				memcpy(last, (const char *)found + NLA_HDRLEN,
				       found->nla_len - NLA_HDRLEN);
		}
	}
	return result;
}

int main(int argc, char **argv)
{
	int on = 1, error, i, family = 0;
	char line[4096] = "";
	int channel = socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC);

	setsockopt(channel, SOL_NETLINK, NETLINK_EXT_ACK, &on, sizeof(on));
	error = ask(channel, GENL_ID_CTRL, CTRL_CMD_GETFAMILY, CTRL_ATTR_FAMILY_NAME,
		    GENEVENT_GENL_NAME, CTRL_ATTR_FAMILY_ID);
	if (error) {
		printf("no family genevent: %s\n", strerror(error));
		return 2;
	}
	family = *(unsigned short *)last;
	for (i = 1; i < argc; i++) {
		strcat(line, i > 1 ? " " : "");
		strcat(line, argv[i]);
	}
	error = ask(channel, family, GENEVENT_CMD_CONTROL, GENEVENT_ATTR_COMMAND, line,
		    GENEVENT_ATTR_ANSWER);
	printf("%s\n", last);
	return error != 0;
}
