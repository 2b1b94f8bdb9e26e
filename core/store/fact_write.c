/* fact_write.c - the members of a fact record. */
#include "store/fact_write.h"

#include "fact/facts.h"

#include <cc_record.h>

static void put_period(cc_json *j, const cc_fact *fact)
{
    bool known = cc_period_is_known(&fact->period);
    cc_json_key(j, "value");
    cc_json_open(j, "{");
    if (known) {
        cc_record_day(j, "first", fact->period.day_first);
        cc_record_day(j, "last", fact->period.day_last);
        cc_json_put_str(j, "granularity", cc_granularity_name(fact->period.granularity));
    }
    if (fact->impossible)
        cc_json_put_bool(j, "impossible", true);
    cc_json_put_maybe(j, "timex", fact->timex);
    cc_json_close(j, "}");
}

static void put_figure(cc_json *j, const cc_fact *fact)
{
    cc_record_value(j, "value", &fact->value);
    cc_json_put_maybe(j, "unit", fact->unit);
    cc_json_put_maybe(j, "per", fact->per);
    cc_json_put_maybe(j, "hedge", cc_hedge_name(fact->value.hedge));
}

static void put_duration(cc_json *j, const cc_fact *fact)
{
    cc_json_key(j, "value");
    cc_json_open(j, "{");
    cc_record_interval(j, &fact->value);
    cc_json_put_maybe(j, "timex", fact->timex);
    cc_json_close(j, "}");
    cc_json_put_maybe(j, "unit", fact->unit);
    cc_json_put_maybe(j, "hedge", cc_hedge_name(fact->value.hedge));
}

static void put_meaning(cc_json *j, const cc_fact *fact)
{
    if (fact->kind == CC_DURATION) {
        put_duration(j, fact);
    } else if (fact->kind == CC_DATE) {
        put_period(j, fact);
        cc_json_put_maybe(j, "hedge", cc_hedge_name(fact->period.hedge));
    } else if (fact->entity.len > 0 || fact->name.len > 0) {
        cc_json_put_maybe(j, "entity", fact->entity);
        cc_json_put_maybe(j, "name", fact->name);
    } else {
        put_figure(j, fact);
    }
}

void cc_fact_write(cc_json *j, const cc_document *doc, const cc_fact *fact, cc_str rule, bool lost)
{
    cc_position position = cc_document_position(doc, fact->span);
    j->comma             = false;
    cc_json_open(j, "{");
    cc_json_put_str(j, "type", CC_S("fact"));
    cc_json_put_str(j, "kind", cc_kind_name(fact->kind));
    cc_json_put_str(j, "document", doc->abi.path);
    cc_record_position(j, "span", &position);
    cc_json_put_str(j, "text", cc_str_span(doc->abi.text, fact->span));
    put_meaning(j, fact);
    cc_json_put_str(j, "rule", rule);
    if (lost)
        cc_json_put_bool(j, "lost", true);
    cc_json_close(j, "}");
    cc_json_raw(j, "\n");
}
