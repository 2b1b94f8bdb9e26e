/* budget.c - the ratio limit. */
#include "source/budget.h"

#include "base/bounds.h"

enum { MAX_STRIKES = 3 };

bool cc_budget_spend(cc_budget *budget, uint64_t bytes)
{
    bool within = true;
    for (cc_budget *b = budget; b != NULL; b = b->above) {
        b->out += bytes;
        if (b->out > CC_RATIO_FLOOR_BYTES && b->out / b->max_ratio > *b->in)
            within = false;
    }
    return within;
}

static void take_back(cc_budget *budget, uint64_t bytes)
{
    for (cc_budget *b = budget; b != NULL; b = b->above)
        b->out -= bytes;
}

void cc_budget_strike(cc_budget *budget, uint64_t before)
{
    take_back(budget, budget->out - before);
    budget->strikes++;
}

void cc_budget_end(cc_budget *budget)
{
    if (budget->above == NULL || budget->strikes == 0)
        return;
    if (cc_budget_gone(budget))
        take_back(budget, budget->out);
    budget->above->strikes++;
}

bool cc_budget_gone(const cc_budget *budget)
{
    return budget->strikes >= MAX_STRIKES;
}
