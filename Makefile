# claimcheck: how it is built, tested and installed.
#
#   make            the program and its plugins, into build/
#   make deps       installs what tools/deps.txt lists and this machine lacks (Debian; root or sudo)
#   make demo       deps, build, then a check of the sample memos
#   make test       deps, build, all tests; closes with `N passed, N failed`. ONLY=golden/date:
#                   some of them; BLESS=1: what golden cases print becomes what they must print
#   make san        the same with address, undefined behaviour and leak checks (build/san/), then
#                   the tests of threads with thread checks (build/tsan/)
#   make fuzz       feeds made-up input to every parser for FUZZ_SECONDS=60 each (build/fuzz/); 0: the
#                   seeds alone; ONLY=read_md: some of them
#   make lint       order of the folders in core/, what plugins export and keep, layout of the code
#   make format     lays the code out as .clang-format says
#   make accuracy   DATA=DIR CORPORA=DIR: what is right on public data sets (docs/accuracy.md), a table;
#                   ONLY=dates,money: of some; LIMIT=N rows of a set; MISSES=N wrong rows shown of each
#   make mutate     DATA=DIR: changes a figure in copies of its documents and counts how many of the
#                   changes are found; OPTIONS='--count 300 --missed FILE': tools/mutate/README.md
#   make formats    DATA=DIR: reads every file of a folder, a table of what came of each; ONLY='*.pdf':
#                   some of them
#   make rules      runs the examples in the rule files; ONLY=money: of one
#   make stems    rules/en/stems.tsv anew from TEXT=FILE, a paragraph a line
#   make fresh      proves `make demo` and `make test`, each in a fresh clone in a fresh Debian 12
#   make install    PREFIX=/usr/local, DESTDIR=; with headers, manual pages and claimcheck.pc;
#                   make uninstall takes all of it out again
#   make clean
#
# VARIANT=san, tsan or fuzz before any of them builds into build/san/, build/tsan/ or build/fuzz/; Q=
# shows the commands.
# A new file, plugin or test needs no line here; a library that a plugin links does: LIBS_<plugin>.

.PHONY: all deps demo test san fuzz fuzzers lint format accuracy mutate rules stems formats fresh install uninstall clean tests-too
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-builtin-variables
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc)
endif
SHELL       := /bin/bash
.SHELLFLAGS := -euc

Q       = @
CC      = $(if $(filter fuzz,$(VARIANT)),clang,gcc)
CFLAGS  = -O2 -g
WARN    = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
          -Wwrite-strings -Wundef -Wvla
PREFIX     = /usr/local
bindir     = $(PREFIX)/bin
libdir     = $(PREFIX)/lib
datadir    = $(PREFIX)/share
includedir = $(PREFIX)/include
plugindir  = $(libdir)/claimcheck
mandir     = $(datadir)/man
VERSION    = $(shell sed -n 's/^.define VERSION "\(.*\)"/\1/p' core/cmd/main.c)

B          = build$(VARIANT:%=/%)
FLAGS_     = -Werror
# Without -Werror and -z defs: gcc warns falsely under sanitizers, and clang leaves the
# sanitizer's own symbols open in a plugin. The plain build keeps both proofs.
FLAGS_san  = -fsanitize=address,undefined -fno-sanitize-recover=undefined \
             -fno-omit-frame-pointer -DSANITIZED
FLAGS_tsan = -fsanitize=thread -DSANITIZED
# An empty slice is {NULL, 0}: clang objects to NULL + 0, gcc does not; nor to a macro of seccomp.h.
FLAGS_fuzz = $(FLAGS_san) -fsanitize=fuzzer-no-link -fno-sanitize=pointer-overflow \
             -Wno-missing-field-initializers
ZDEFS_     = -Wl,-z,defs
CCFLAGS    = $(CFLAGS) $(FLAGS_$(VARIANT)) -pthread
COMPILE    = $(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(CCFLAGS) -Icore/abi \
             -MMD -MP -MF $(basename $@).d -MT $@

# Asked for when a recipe runs, that is after `make deps`. Only the folders: tre.pc asks for
# -D_FORTIFY_SOURCE, which hides overruns from AddressSanitizer.
PACKAGES = libpcre2-8 libutf8proc tre libarchive libfyaml jansson popt libcrypto libseccomp zlib liblzma libzstd \
           libbrotlidec
INCLUDES = $(shell pkg-config --cflags-only-I $(PACKAGES))
LIBS     = $(shell pkg-config --libs $(PACKAGES)) -lstemmer -lbz2 -ldl -lm

# What a plugin links beyond libc, as does its unit test; one without a line here needs nothing.
LIBS_read_html   = -lgumbo
LIBS_read_md     = -lmd4c
LIBS_read_pdf    = $(shell pkg-config --libs poppler-glib) -lm
LIBS_report_text = -lutf8proc
# What is read out of zip archives, and their tests. A folder SHARED_<plugin> of plugins/shared/ is
# linked into that plugin.
PLUGIN_INCLUDES  = $(shell pkg-config --cflags-only-I libzip libxml-2.0 poppler-glib)
OFFICE           = $(shell pkg-config --libs libzip libxml-2.0)
LIBS_package     = $(OFFICE)
LIBS_read_docx   = $(OFFICE)
LIBS_read_odt    = $(OFFICE)
LIBS_read_pptx   = $(OFFICE)
LIBS_read_xlsx   = $(OFFICE)
SHARED_read_docx = package
SHARED_read_odt  = package
SHARED_read_pptx = package
SHARED_read_xlsx = package sheet
SHARED_read_csv  = sheet
# What a unit test links beyond that: test_warc packs what it unpacks.
LIBS_warc        = -lbrotlienc

CORE    = $(patsubst %.c,$(B)/%.o,$(wildcard core/*/*.c))
# A plugin is plugins/NAME.c, or a folder plugins/NAME/.
FOLDERS = $(filter-out plugins/shared,$(patsubst %/,%,$(wildcard plugins/*/)))
PARTS   = $(patsubst %.c,$(B)/%.o,$(wildcard $(FOLDERS:%=%/*.c) plugins/shared/*/*.c))
PLUGINS = $(patsubst %.c,$(B)/%.so,$(wildcard plugins/*.c)) $(FOLDERS:%=$(B)/%.so)
BADONES = $(patsubst %.c,$(B)/%.so,$(wildcard tests/abi/*.c))
UNITS   = $(patsubst %.c,$(B)/%,$(wildcard tests/unit/test_*.c))
HEADERS = $(wildcard core/abi/*.h)
PAGES   = $(wildcard docs/man/*.[1-9])
FUZZERS = $(patsubst %.c,$(B)/%,$(wildcard tests/fuzz/fuzz_*.c))
SOURCES = $(shell find core plugins tests -name '*.[ch]')

# The program looks for plugins/ and rules/ beside itself. It loads all of plugins/, so what a
# removed source left there goes.
all: $(B)/claimcheck $(PLUGINS)
	@rm -f $(filter-out $(PLUGINS),$(wildcard $(B)/plugins/*.so))
	@ln -sfnr rules $(B)/rules
$(B)/claimcheck: $(CORE)
	@echo "ld $@"
	$(Q)$(CC) $(CCFLAGS) -o $@ $^ $(LIBS)
$(B)/core/%.o: core/%.c Makefile
	@mkdir -p $(@D) && echo "cc $@"
	$(Q)$(COMPILE) -iquote core $(INCLUDES) -c -o $@ $<
# A plugin sees core/abi and nothing else of core/; -z defs proves that it needs no symbol of it.
# The wrong plugins of tests/abi may lack symbols: that is one of the wrongs.
$(B)/%.so: %.c Makefile
	@mkdir -p $(@D) && echo "cc $@"
	$(Q)$(COMPILE) -fPIC -shared -fvisibility=hidden \
	    $(if $(filter plugins/%,$<),$(ZDEFS_$(VARIANT))) -o $@ $< $(LIBS_$(*F))
$(B)/plugins/%.o: plugins/%.c Makefile
	@mkdir -p $(@D) && echo "cc $@"
	$(Q)$(COMPILE) -Iplugins $(PLUGIN_INCLUDES) -fPIC -fvisibility=hidden -c -o $@ $<
$(FOLDERS:%=$(B)/%.so): $(PARTS)
	@echo "ld $@"
	$(Q)$(CC) $(CCFLAGS) -shared $(ZDEFS_$(VARIANT)) -o $@ \
	    $(filter $(@:.so=)/% $(SHARED_$(basename $(@F)):%=$(B)/plugins/shared/%/%),$^) $(LIBS_$(basename $(@F)))
$(B)/tests/unit/%: tests/unit/%.c $(filter-out %/cmd/main.o,$(CORE)) Makefile
	@mkdir -p $(@D) && echo "cc $@"
	$(Q)$(COMPILE) -iquote core -iquote plugins $(INCLUDES) $(PLUGIN_INCLUDES) \
	    -DBUILD_DIR='"$(B)"' -o $@ $< $(filter %.o,$^) \
	    -lcmocka $(LIBS_$(*:test_%=%)) $(LIBS)
# Exports its symbols: the plugins that it loads count their coverage in it.
$(B)/tests/fuzz/%: tests/fuzz/%.c $(filter-out %/cmd/main.o,$(CORE)) Makefile
	@mkdir -p $(@D) && echo "cc $@"
	$(Q)$(COMPILE) -fsanitize=fuzzer -rdynamic -iquote core $(INCLUDES) -DBUILD_DIR='"$(B)"' -o $@ $< \
	    $(filter %.o,$^) $(LIBS)
fuzzers: $(PLUGINS) $(FUZZERS)
	@rm -f $(filter-out $(FUZZERS) %.d,$(wildcard $(B)/tests/fuzz/fuzz_*))
tests-too: all $(BADONES) $(UNITS)
	@rm -f $(filter-out $(UNITS) %.d,$(wildcard $(B)/tests/unit/test_*))

deps:
	@tools/deps.sh
# A second make, since the first one began before the dependencies were there.
demo: deps
	@$(MAKE) --no-print-directory all
	build/claimcheck check --fail-on never corpus/*.txt corpus/*.html
test: deps
	@$(MAKE) --no-print-directory tests-too
	@tests/run.sh $(B) $(ONLY)
san: deps
	@$(MAKE) --no-print-directory VARIANT=san tests-too
	@$(MAKE) --no-print-directory VARIANT=tsan all
	@tools/total.sh 'tests/run.sh build/san $(ONLY)' 'MODE=threads tests/run.sh build/tsan $(ONLY)'
fuzz: deps
	@$(MAKE) --no-print-directory VARIANT=fuzz fuzzers
	@tests/fuzz/run.sh build/fuzz $(ONLY)
lint: deps
	@$(MAKE) --no-print-directory VARIANT= all
	@MODE=lint tests/run.sh build
format:
	clang-format -i $(SOURCES)
accuracy: all
	@/usr/bin/python3 -B tools/accuracy --program $(B)/claimcheck --data "$(DATA)" --corpora "$(CORPORA)" \
	    $(ONLY:%=--only %) $(LIMIT:%=--limit %) $(MISSES:%=--misses %)
mutate: all
	@CC=$(B)/claimcheck /usr/bin/python3 -B tools/mutate $(DATA) $(OPTIONS)
rules: all
	$(B)/claimcheck rules test $(ONLY)
formats: all $(B)/blocks
	@CC=$(B)/claimcheck BLOCKS=$(B)/blocks /usr/bin/python3 -B tools/formats "$(DATA)" $(ONLY:%=--only '%')
$(B)/blocks: tools/formats/blocks.c $(filter-out %/cmd/main.o,$(CORE)) Makefile
	@echo "cc $@"
	$(Q)$(COMPILE) -iquote core $(INCLUDES) -o $@ $< $(filter %.o,$^) $(LIBS)
stems: $(filter-out %/cmd/main.o,$(CORE))
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(CCFLAGS) -Icore/abi -iquote core $(INCLUDES) \
	    -o $(B)/stems tools/stems.c $^ $(LIBS)
	{ grep -a '^#' rules/en/stems.tsv; $(B)/stems rules/en <$(TEXT); } >$(B)/stems.tsv
	mv $(B)/stems.tsv rules/en/stems.tsv
fresh:
	@tools/fresh.sh

# The program finds its plugins in ../lib/claimcheck and its rules in ../share/claimcheck.
install: all
	install -D -t $(DESTDIR)$(bindir) $(B)/claimcheck
	install -D -m 644 -t $(DESTDIR)$(plugindir) $(PLUGINS)
	install -D -m 644 -t $(DESTDIR)$(includedir) $(HEADERS)
	install -D -m 644 -t $(DESTDIR)$(datadir)/claimcheck docs/records.schema.json
	find rules -type f -exec install -D -m 644 {} $(DESTDIR)$(datadir)/claimcheck/{} ';'
	install -D -m 644 -t $(DESTDIR)$(datadir)/doc/claimcheck LICENSE
	for page in $(PAGES); do install -D -m 644 -t $(DESTDIR)$(mandir)/man$${page##*.} $$page; done
	sed -e 's|@prefix@|$(PREFIX)|; s|@version@|$(VERSION)|' \
	    -e 's|@includedir@|$(includedir:$(PREFIX)/%=$${prefix}/%)|' \
	    -e 's|@plugindir@|$(plugindir:$(PREFIX)/%=$${prefix}/%)|' claimcheck.pc.in | \
	    install -D -m 644 /dev/stdin $(DESTDIR)$(libdir)/pkgconfig/claimcheck.pc
# Plugins of others stay, and so does the folder then.
uninstall:
	rm -f $(DESTDIR)$(bindir)/claimcheck $(DESTDIR)$(libdir)/pkgconfig/claimcheck.pc
	rm -f $(HEADERS:core/abi/%=$(DESTDIR)$(includedir)/%)
	rm -f $(PLUGINS:$(B)/plugins/%=$(DESTDIR)$(plugindir)/%)
	rm -f $(foreach page,$(PAGES),$(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
	rm -rf $(DESTDIR)$(datadir)/claimcheck $(DESTDIR)$(datadir)/doc/claimcheck
	[ ! -d $(DESTDIR)$(plugindir) ] || rmdir --ignore-fail-on-non-empty $(DESTDIR)$(plugindir)
clean:
	rm -rf build

-include $(CORE:.o=.d) $(PLUGINS:.so=.d) $(PARTS:.o=.d) $(BADONES:.so=.d) $(UNITS:=.d) $(FUZZERS:=.d)
