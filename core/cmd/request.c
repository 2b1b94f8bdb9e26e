/* request.c - the options that commands share, and how they become settings. */
#include "cmd/cmd.h"
#include "base/bounds.h"
#include "base/nearest.h"
#include "text/encoding.h"

#include <stddef.h>
#include <stdlib.h>

#define AT(field) offsetof(cc_request, field)

/* clang-format off */
const cc_option_row cc_rows_against[] = {
    {"against", 0, CC_OPTION_LIST, AT(settings.against), "PATH",
     "hold the documents against those of PATH (repeatable)"},
    {0}};

const cc_option_row cc_rows_input[] = {
    {"include", 0, CC_OPTION_LIST, AT(settings.source.include), "GLOB",
     "read only what GLOB matches, in archives too (repeatable)"},
    {"exclude", 0, CC_OPTION_LIST, AT(settings.source.exclude), "GLOB",
     "leave out what GLOB matches, in archives too (repeatable)"},
    {"encoding", 0, CC_OPTION_TEXT, AT(settings.encoding), "NAME",
     "encoding of texts without a byte order mark: koi8-r, gbk and others"},
    {"tracked-changes", 0, CC_OPTION_TEXT, AT(tracked_changes), "WHICH",
     "of a document with changes: accept (standard), original or both"},
    {"stdin-name", 0, CC_OPTION_TEXT, AT(settings.source.stdin_name), "PATH",
     "what standard input, given as '-', is called"},
    {"allow-empty", 0, CC_OPTION_FLAG, AT(settings.allow_empty), NULL,
     "no error if no document is found"},
    {"allow-unreadable", 0, CC_OPTION_FLAG, AT(settings.allow_unreadable), NULL,
     "no exit status 3 if some input cannot be read in full"},
    {0}};

const cc_option_row cc_rows_dates[] = {
    {"document-dates", 0, CC_OPTION_TEXT, AT(settings.document_dates), "FILE",
     "dates of documents: a line each of path, tab, YYYY-MM-DD"},
    {"today", 0, CC_OPTION_TEXT, AT(settings.today), "YYYY-MM-DD",
     "today: no document can be dated later"},
    {0}};

const cc_option_row cc_rows_findings[] = {
    {"check", 0, CC_OPTION_WORDS, AT(settings.checks), "ID,-ID",
     "run only these checks; with '-': all but these"},
    {"level", 0, CC_OPTION_LEVEL, AT(settings.level), "LEVEL",
     "show error, warning or note (standard) and what is above"},
    {"min-score", 0, CC_OPTION_SCORE, AT(settings.min_score), "SCORE",
     "show findings from this score on, 0 to 1 (standard: 0.5)"},
    {"fail-on", 0, CC_OPTION_FAIL_ON, AT(settings.fail_on), "LEVEL",
     "exit status 1 from error (standard), warning or note on, or never"},
    {"scores", 0, CC_OPTION_TEXT, AT(settings.scores), "FILE",
     "what scores are worth, and the least score of each level"},
    {0}};

const cc_option_row cc_rows_output[] = {
    {"format", 0, CC_OPTION_TEXT, AT(format), "FORMAT",
     "what standard output gets: text (standard), jsonl or a plugin's"},
    {"output", 0, CC_OPTION_LIST, AT(output), "FORMAT=FILE",
     "write FILE in FORMAT as well (repeatable)"},
    {"documents", 0, CC_OPTION_FLAG, AT(settings.documents), NULL,
     "list all documents, not only those not read in full"},
    {"agreements", 0, CC_OPTION_FLAG, AT(settings.agreements), NULL,
     "show the figures that were compared and agree"},
    {"no-color", 0, CC_OPTION_FLAG, AT(settings.no_color), NULL,
     "no colour on a terminal either"},
    {0}};

const cc_option_row cc_rows_rules[] = {
    {"rules", 0, CC_OPTION_LIST, AT(settings.rules), "DIR",
     "add the rules in DIR/en, or in DIR without it (repeatable)"},
    {0}};

const cc_option_row cc_rows_plugins[] = {
    {"plugin", 0, CC_OPTION_LIST, AT(settings.plugins), "PATH",
     "load this shared object too (repeatable)"},
    {0}};

const cc_option_row cc_rows_run[] = {
    {"jobs", 'j', CC_OPTION_COUNT, AT(settings.jobs), "N",
     "threads; 0 (standard): one a core"},
    {"stats", 0, CC_OPTION_FLAG, AT(stats), NULL,
     "print times to standard error"},
    {0}};

const cc_option_row cc_rows_limits[] = {
    {"max-member", 0, CC_OPTION_SIZE, AT(settings.source.max_member_bytes), "SIZE",
     "largest file or member of an archive (standard: 256MiB)"},
    {"max-ratio", 0, CC_OPTION_COUNT, AT(settings.source.max_ratio), "N",
     "bytes out of an archive for a byte in (standard: 200)"},
    {"max-nesting", 0, CC_OPTION_COUNT, AT(settings.source.max_nesting), "N",
     "archives in archives (standard: 3)"},
    {"max-members", 0, CC_OPTION_COUNT, AT(max_members), "N",
     "members of an archive (standard: 5000000)"},
    {"max-spool", 0, CC_OPTION_SIZE, AT(settings.source.max_spool_bytes), "SIZE",
     "temporary file for a zip or 7z from a pipe (standard: 1GiB)"},
    {"reader-memory", 0, CC_OPTION_SIZE, AT(settings.reader_limits.memory_bytes), "SIZE",
     "memory of a reader in a process of its own (standard: 1GiB)"},
    {"reader-seconds", 0, CC_OPTION_COUNT, AT(settings.reader_limits.seconds), "N",
     "its processor time for a document (standard: 30)"},
    {0}};
/* clang-format on */

static void set_standard(cc_request *request)
{
    *request = (cc_request){
        .settings    = {.source        = cc_source_standard(),
                        .reader_limits = {CC_READER_MEMORY_BYTES, CC_READER_SECONDS},
                        .min_score     = 500,
                        .level         = CC_NOTE,
                        .fail_on       = CC_ERROR},
        .max_members = CC_MAX_MEMBERS,
    };
}

static cc_status check_encoding(cc_request *request, cc_fault *fault)
{
    const char *name = request->settings.encoding;
    if (name == NULL || cc_encoding_find(cc_str_z(name)) != NULL)
        return CC_OK;
    return cc_fault_name(fault, "encoding that can be read", name,
                         cc_encoding_labels(&request->run));
}

/* Readers know what to do with it. */
static cc_status check_changes(cc_request *request, cc_fault *fault)
{
    static const char *const words[] = {"accept", "original", "both", NULL};
    const char              *given   = request->tracked_changes;
    if (given == NULL)
        return CC_OK;
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(given, words[i]) == 0) {
            const char **list = cc_new(&request->run, const char *, 2);
            list[0]           = cc_arena_printf(&request->run, "tracked-changes=%s", given).ptr;
            request->settings.given = list;
            return CC_OK;
        }
    return cc_fault_name(fault, "way to read tracked changes", given, words);
}

static cc_status read_request(cc_request *request, const cc_command *command, int argc,
                              const char *const *argv, cc_fault *fault)
{
    set_standard(request);
    CC_TRY(cc_options_parse(&request->run, &command->usage, argc, argv, request, &request->args,
                            fault));
    CC_TRY(check_encoding(request, fault));
    CC_TRY(check_changes(request, fault));
    request->settings.source.max_members = request->max_members;
    request->settings.times              = request->stats ? &request->times : NULL;
    return command->prepare(request, fault);
}

int cc_command_main(const cc_command *command, int argc, const char *const *argv)
{
    cc_request request;
    cc_fault   fault  = {0};
    int        ret    = CC_EXIT_OK;
    cc_status  status = read_request(&request, command, argc, argv, &fault);
    if (status == CC_END) {
        cc_options_help(&command->usage, stdout);
    } else if (status != CC_OK) {
        cc_fault_print(&fault, stderr);
        fprintf(stderr, "  see 'claimcheck %s --help'\n", command->name);
        ret = CC_EXIT_ERROR;
    } else if (command->run(&request, &ret, &fault) != CC_OK) {
        cc_fault_print(&fault, stderr);
        ret = CC_EXIT_ERROR;
    }
    if (request.stats)
        fprintf(stderr, "claimcheck: read %.3f s, compared %.3f s, reported %.3f s\n",
                request.times.map, request.times.compare, request.times.report);
    cc_arena_release(&request.run);
    return ret;
}

cc_status cc_request_paths(cc_request *request, cc_fault *fault)
{
    request->settings.paths = request->args;
    if (request->args[0] == NULL)
        return cc_fault_set(fault, CC_FATAL, "no path given ('-' is standard input)");
    return CC_OK;
}

cc_status cc_request_no_more(const char *const *args, cc_fault *fault)
{
    if (args[0] == NULL)
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "'%s' is one argument too many", args[0]);
}

cc_status cc_fault_name(cc_fault *fault, const char *what, const char *word,
                        const char *const *known)
{
    const char *near = cc_nearest(cc_str_z(word), known);
    if (near == NULL)
        return cc_fault_set(fault, CC_FATAL, "no %s is called '%s'", what, word);
    return cc_fault_set(fault, CC_FATAL, "no %s is called '%s', did you mean '%s'?", what, word,
                        near);
}

/* "jsonl=findings.jsonl" */
static cc_status split_output(cc_request *request, const char *given, cc_output *ret,
                              cc_fault *fault)
{
    const char *equals = strchr(given, '=');
    if (equals == NULL || equals == given || equals[1] == '\0')
        return cc_fault_set(fault, CC_FATAL, "option '--output': '%s' is not FORMAT=FILE", given);
    cc_str format = {given, (size_t)(equals - given)};
    *ret          = (cc_output){cc_arena_dup(&request->run, format).ptr, equals + 1};
    return CC_OK;
}

cc_status cc_request_outputs(cc_request *request, cc_fault *fault)
{
    size_t n = 1;
    for (const char *const *at = request->output; at != NULL && *at != NULL; at++)
        n++;
    cc_output *outputs = cc_new(&request->run, cc_output, n);
    outputs[0].format  = request->format != NULL ? request->format : "text";
    for (size_t i = 1; i < n; i++) {
        CC_TRY(split_output(request, request->output[i - 1], &outputs[i], fault));
        for (size_t k = 1; k < i; k++)
            if (strcmp(outputs[k].file, outputs[i].file) == 0)
                return cc_fault_set(fault, CC_FATAL, "option '--output': '%s' is given twice",
                                    outputs[i].file);
    }
    request->settings.outputs      = outputs;
    request->settings.output_count = n;
    return CC_OK;
}
