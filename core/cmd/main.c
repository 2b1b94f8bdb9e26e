/* main.c - claimcheck: finds the command; help, versions, the end of the output. */
#include "cmd/cmd.h"
#include "base/nearest.h"
#include "host/caged.h"

#include <archive.h>
#include <jansson.h>
#include <libfyaml.h>
#include <openssl/crypto.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <signal.h>
#include <tre/tre.h>
#include <unistd.h>
#include <utf8proc.h>

#define VERSION "0.1.0"

static const cc_command *const commands[] = {
    &cc_command_check,  &cc_command_extract, &cc_command_map,     &cc_command_reduce,
    &cc_command_finish, &cc_command_rules,   &cc_command_plugins, &cc_command_explain,
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const char head[] =
    "Usage: claimcheck COMMAND [OPTION]... [ARGUMENT]...\n"
    "\n"
    "Reads documents as a fact-checker would and says where two figures cannot both be true.\n"
    "\n"
    "Examples:\n"
    "  claimcheck check memos/                         the memos of a folder, with one another\n"
    "  claimcheck check draft.txt --against memos.zip  a draft, with what was published before\n"
    "  claimcheck extract --claims memo.txt            what is read in a document, as JSON Lines\n"
    "  claimcheck explain magnitude                    what a check compares and leaves alone\n"
    "\n"
    "Commands:\n";

static const char tail[] =
    "\n"
    "Options:\n"
    "  -h, --help      print this; after a command: its options\n"
    "      --version   print the versions of the program and its libraries\n"
    "\n"
    "Exit status:\n"
    "  0  nothing at or above --fail-on\n"
    "  1  findings at or above --fail-on (standard: error)\n"
    "  2  an error: usage, rules, an output that cannot be written, no document found\n"
    "  3  no such finding, but some input could not be read in full\n";

static void print_help(FILE *to)
{
    fputs(head, to);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(to, "  %-9s %s\n", commands[i]->name, commands[i]->summary);
    fputs(tail, to);
}

static void print_version(void)
{
    char pcre2[64] = "";
    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    printf("claimcheck " VERSION " (plugin interface %u.%u)\n", CC_ABI_MAJOR, CC_ABI_MINOR);
    printf("PCRE2 %s\n", pcre2);
    printf("utf8proc %s\n", utf8proc_version());
    printf("%s\n", tre_version());
    printf("%s\n", archive_version_string());
    printf("libfyaml %s\n", fy_library_version());
    printf("jansson %s\n", jansson_version_str());
    printf("libcrypto %s\n", OpenSSL_version(OPENSSL_VERSION_STRING));
}

static int fail_command(const char *name)
{
    static const char *const options[]                = {"--help", "--version", NULL};
    const char              *names[COMMAND_COUNT + 1] = {0};
    cc_fault                 fault                    = {0};
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        names[i] = commands[i]->name;
    if (name[0] == '-')
        cc_fault_name(&fault, "option", name, options);
    else
        cc_fault_name(&fault, "command", name, names);
    cc_fault_print(&fault, stderr);
    fputs("  see 'claimcheck --help'\n", stderr);
    return CC_EXIT_ERROR;
}

static int run_command(int argc, const char *const *argv)
{
    if (argc < 2) {
        print_help(stderr);
        return CC_EXIT_ERROR;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(argv[1], commands[i]->name) == 0)
            return cc_command_main(commands[i], argc - 1, argv + 1);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        print_help(stdout);
    else if (strcmp(argv[1], "--version") == 0)
        print_version();
    else
        return fail_command(argv[1]);
    return CC_EXIT_OK;
}

static void end_at_closed_pipe(int number)
{
    (void)number;
    _exit(CC_EXIT_PIPE);
}

/* The locale stays "C", as a C program starts: no number depends on the user's. */
int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], CC_CAGED_OPTION) == 0)
        return cc_caged_main(argc, (const char *const *)argv);
    signal(SIGPIPE, end_at_closed_pipe);
    int status = run_command(argc, (const char *const *)argv);
    if ((fflush(stdout) == 0 && ferror(stdout) == 0) || status == CC_EXIT_ERROR)
        return status;
    fputs("claimcheck: standard output cannot be written\n", stderr);
    return CC_EXIT_ERROR;
}
