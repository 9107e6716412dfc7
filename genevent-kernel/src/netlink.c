// SPDX-License-Identifier: GPL-2.0-only OR MIT
/* Control by generic netlink, with the same words. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/string.h>
#include <net/genetlink.h>

#include "alloc.h"
#include "genevent-netlink.h"
#include "netlink.h"
#include "words.h"

static struct genl_family family;

/*
 * The acknowledgment with the reason is made when the command is over, and the
 * next one may already have failed, too; so that each has its own.
 */
static char reasons[64][GENEVENT_ERROR_BYTES];
static unsigned int nr_reasons;	/* commands come one at a time */

static void explain(struct genl_info *info, const struct genevent_answer *answer)
{
	char *reason = reasons[nr_reasons++ % ARRAY_SIZE(reasons)];

	strscpy(reason, answer->text + strlen(GENEVENT_ERROR), sizeof(reasons[0]));
	reason[strcspn(reason, "\n")] = 0;
	if (info->extack)
		info->extack->_msg = reason;
}

static int reply(struct genl_info *info, struct genevent_answer *answer)
{
	size_t size = answer->size ? answer->size - 1 : 0;	/* the last line break */
	struct sk_buff *message;
	void *header;

	answer->text[size] = 0;
	message = genlmsg_new(nla_total_size(size + 1), GFP_KERNEL);
	if (!message)
		return -ENOMEM;
	header = genlmsg_put_reply(message, info, &family, 0, GENEVENT_CMD_CONTROL);
	if (!header || nla_put_string(message, GENEVENT_ATTR_ANSWER, answer->text)) {
		nlmsg_free(message);
		return -EMSGSIZE;
	}
	genlmsg_end(message, header);
	return genlmsg_reply(message, info);
}

static int control(struct sk_buff *request, struct genl_info *info)
{
	struct genevent_answer *answer;
	char *line;
	int error;

	if (GENL_REQ_ATTR_CHECK(info, GENEVENT_ATTR_COMMAND))
		return -EINVAL;
	answer = genevent_zalloc(1, sizeof(*answer));
	if (!answer)
		return -ENOMEM;
	line = nla_strdup(info->attrs[GENEVENT_ATTR_COMMAND], GFP_KERNEL);
	error = line ? genevent_obey(line, answer) : -ENOMEM;
	if (line && error)
		explain(info, answer);
	if (!error)
		error = reply(info, answer);
	kfree(line);
	kvfree(answer);
	return error;
}

static const struct nla_policy policy[] = {
	[GENEVENT_ATTR_COMMAND] = { .type = NLA_NUL_STRING, .len = GENEVENT_COMMAND_BYTES - 1 },
};

static const struct genl_small_ops operations[] = {
	{ .cmd = GENEVENT_CMD_CONTROL, .flags = GENL_ADMIN_PERM, .doit = control },
};

static struct genl_family family __ro_after_init = {
	.name = GENEVENT_GENL_NAME,
	.version = GENEVENT_GENL_VERSION,
	.maxattr = ARRAY_SIZE(policy) - 1,
	.policy = policy,
	.module = THIS_MODULE,
	.small_ops = operations,
	.n_small_ops = ARRAY_SIZE(operations),
};

int genevent_netlink_open(void)
{
	return genl_register_family(&family);
}

void genevent_netlink_close(void)
{
	genl_unregister_family(&family);
}
