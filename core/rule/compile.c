/* compile.c - patterns through PCRE2. */
#include "rule/compile.h"

#include "rule/pieces.h"

enum { SHOWN_BYTES = 24 }; /* of the pattern, before the place of a mistake */

static cc_str shown_before(cc_str pattern, size_t offset)
{
    size_t start = offset > SHOWN_BYTES ? offset - SHOWN_BYTES : 0;
    while (start < offset && ((unsigned char)pattern.ptr[start] & 0xC0) == 0x80)
        start++;
    return cc_str_sub(pattern, start, offset - start);
}

/* `offset` counts bytes of the expanded pattern; without pieces that is the one in the file. */
static cc_status fault_pattern(const cc_yaml_file *file, const cc_yaml *pattern,
                               const cc_rule *rule, int error, size_t offset, cc_fault *fault)
{
    PCRE2_UCHAR message[200];
    cc_str      before = shown_before(rule->expanded, offset);
    pcre2_get_error_message(error, message, sizeof message);
    if (cc_str_eq(rule->pattern, rule->expanded))
        return cc_yaml_fault(file, cc_scalar_offset(file, pattern, offset), fault, "%s",
                             (const char *)message);
    return cc_yaml_fault(file, pattern->offset, fault,
                         "%s, at byte %zu of the pattern with its pieces put in, after '%.*s'",
                         (const char *)message, offset, CC_F(before));
}

/* NEVER_UCP refuses "(*UCP)" in a pattern: the key `ucp` is the one way to it. */
static uint32_t compile_options(const cc_rule *rule)
{
    return PCRE2_UTF | PCRE2_DUPNAMES | PCRE2_NEVER_BACKSLASH_C |
           (rule->ucp ? PCRE2_UCP : PCRE2_NEVER_UCP) | (rule->caseless ? PCRE2_CASELESS : 0);
}

static uint32_t slot_of(cc_arena *run, cc_slots *slots, const char *name)
{
    for (uint32_t i = 0; i < slots->n; i++)
        if (cc_str_eq(slots->at[i], cc_str_z(name)))
            return i;
    if (slots->n == CC_MAX_GROUPS)
        return CC_NO_GROUP;
    slots->at[slots->n] = cc_arena_dup(run, cc_str_z(name));
    return (uint32_t)slots->n++;
}

static uint32_t ask(const pcre2_code *code, uint32_t what)
{
    uint32_t answer = 0;
    pcre2_pattern_info(code, what, &answer);
    return answer;
}

/* An entry of PCRE2's name table: two bytes of capture number, the name, a NUL. */
static bool assign_slots(cc_arena *run, cc_rule *rule, cc_slots *slots)
{
    uint32_t   size      = ask(rule->code, PCRE2_INFO_NAMEENTRYSIZE);
    uint32_t   count     = ask(rule->code, PCRE2_INFO_NAMECOUNT);
    PCRE2_SPTR entry     = NULL;
    rule->capture_count  = ask(rule->code, PCRE2_INFO_CAPTURECOUNT);
    uint32_t *by_capture = cc_new(run, uint32_t, rule->capture_count + 1);
    for (uint32_t i = 0; i <= rule->capture_count; i++)
        by_capture[i] = CC_NO_GROUP;
    pcre2_pattern_info(rule->code, PCRE2_INFO_NAMETABLE, &entry);
    for (uint32_t i = 0; i < count; i++, entry += size) {
        uint32_t slot = slot_of(run, slots, (const char *)entry + 2);
        if (slot == CC_NO_GROUP)
            return false;
        by_capture[entry[0] << 8 | entry[1]] = slot;
    }
    rule->slots = by_capture;
    return true;
}

cc_status cc_rule_compile(cc_arena *run, const cc_yaml_file *file, const cc_yaml *pattern,
                          cc_rule *rule, cc_slots *slots, cc_fault *fault)
{
    int        error  = 0;
    PCRE2_SIZE offset = 0;
    rule->code        = pcre2_compile((PCRE2_SPTR)rule->expanded.ptr, rule->expanded.len,
                                      compile_options(rule), &error, &offset, NULL);
    if (rule->code == NULL)
        return fault_pattern(file, pattern, rule, error, offset, fault);
    if (ask(rule->code, PCRE2_INFO_MATCHEMPTY) != 0)
        return cc_yaml_fault(file, pattern->offset, fault, "the pattern can match an empty text");
    if (!assign_slots(run, rule, slots))
        return cc_yaml_fault(file, pattern->offset, fault,
                             "more than %u different groups in this kind", CC_MAX_GROUPS);
    pcre2_jit_compile(rule->code, PCRE2_JIT_COMPLETE); /* without JIT PCRE2 interprets */
    return CC_OK;
}
