# SPDX-License-Identifier: GPL-2.0-only OR MIT
# For the Kbuild of a module outside the kernel's tree: facilities that are generated again when their files are newer.
#
#	genevent-facilities := http.xml			# beside the Kbuild, each named after its facility
#	obj-m := mine.o
#	include $(GENEVENT)/generate.mk			# last: it looks at what stands above
#
# Each facility becomes a module of its own, and all objects of the Kbuild wait for the headers.  Called with
#
#	make -C HEADERS M=FOLDER GENEVENT=FOLDER_OF_THIS_FILE modules
#
# GENEVENT_COMMAND: the command, if it is not the one on the path
# genevent-options: more options for 'genevent generate', such as --c-prefix trace_

GENEVENT_COMMAND ?= genevent

# what generates, and for which compiler: the headers assert both
genevent-target := --data-model $(if $(CONFIG_64BIT),lp64,ilp32) --byte-order $(if $(CONFIG_CPU_BIG_ENDIAN),big,little)
genevent-files := $(addprefix $(src)/,$(genevent-facilities))
genevent-names := $(notdir $(genevent-facilities:.xml=))
genevent-users := $(foreach module,$(obj-m),$(or $($(module:.o=-y)),$($(module:.o=-objs)),$(module)))

obj-m += $(genevent-names:%=genevent-facility-%.o)
$(foreach name,$(genevent-names),\
	$(eval genevent-facility-$(name)-y := generated/kernel/genevent-facility-loader-$(name).o))
genevent-loaders := $(genevent-names:%=generated/kernel/genevent-facility-loader-%.o)

ccflags-y += -I$(obj)/generated/kernel -I$(GENEVENT)/include
KBUILD_EXTRA_SYMBOLS += $(GENEVENT)/Module.symvers

quiet_cmd_genevent = GENEVENT $@
      cmd_genevent = $(GENEVENT_COMMAND) generate --emit kernel $(genevent-target) $(genevent-options) \
			--out $(obj)/generated $(genevent-files) >/dev/null && touch $@

$(obj)/generated/.made: $(genevent-files) FORCE
	$(call if_changed,genevent)

# The sources of the loaders come into being with the headers.
$(addprefix $(obj)/,$(genevent-loaders:.o=.c)): $(obj)/generated/.made ;
$(addprefix $(obj)/,$(genevent-users) $(genevent-loaders)): $(obj)/generated/.made

targets += generated/.made
clean-files += generated
