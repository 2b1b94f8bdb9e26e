/* fuzz_number.c - two lines, a number and a scale word: the value that comes of them holds what was
 * written, however it is hedged. */
#include "fuzz_box.h"

#include "fact/number.h"

static cc_arena    life;
static cc_lexicon *lexicon;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    cc_fault fault = {0};
    (void)argc, (void)argv;
    must_load(cc_lexicon_load(&life, CC_S("rules/en"), &lexicon, &fault), &fault);
    return 0;
}

static void check_dec(cc_arena *arena, cc_dec d)
{
    cc_dec again;
    cc_str text = cc_dec_print(arena, d);
    if (text.len <= 18)
        promise(cc_dec_parse(text, &again) == CC_OK && cc_dec_cmp(d, again) == 0,
                "'%.*s' is read as another number", CC_F(text));
}

static void check_value(cc_arena *arena, const cc_value *v)
{
    bool low = (v->flags & CC_NO_LOW) == 0, high = (v->flags & CC_NO_HIGH) == 0;
    promise(!low || !high || cc_dec_cmp(v->low, v->high) <= 0, "low is above high");
    check_dec(arena, v->stated);
    check_dec(arena, v->low);
    check_dec(arena, v->high);
}

static void check_hedges(cc_arena *arena, const cc_value *v)
{
    for (cc_hedge hedge = CC_HEDGE_ABOUT; hedge <= CC_HEDGE_UP_TO; hedge++) {
        cc_value hedged = *v;
        cc_value_hedge(&hedged, hedge, cc_lexicon_widths(lexicon));
        check_value(arena, &hedged);
        promise(cc_value_meet(&hedged, &hedged), "a hedged value does not meet itself");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena arena = {0};
    cc_str   rest  = input_of(data, size);
    cc_str   text  = take_until(&rest, '\n');
    cc_str   scale = take_until(&rest, '\n');
    cc_value v;
    cc_lexicon_unit(lexicon, text);
    if (cc_number_parse(lexicon, text, scale, rest.len > 0, &v) == CC_OK) {
        check_value(&arena, &v);
        promise(cc_dec_cmp(v.low, v.stated) <= 0 && cc_dec_cmp(v.stated, v.high) <= 0,
                "the value does not hold what was written");
        promise(cc_value_meet(&v, &v), "a value does not meet itself");
        promise(cc_dec_cmp(v.step, cc_dec_int(0)) > 0, "a step of nought");
        check_hedges(&arena, &v);
        cc_value_power10(&v, &v);
        cc_value_gap(&arena, &v, &v, CC_S("percent"));
    }
    cc_arena_release(&arena);
    return 0;
}
