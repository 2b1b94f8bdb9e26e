#!/bin/bash
# records.sh - what `extract` and `check` print over the corpus, held to docs/records.schema.json.
set -u
"$CC" extract --claims --explain corpus >"$TMP/extract"
extracted=$?
"$CC" check --documents --agreements --format jsonl --fail-on never corpus >"$TMP/check"
checked=$?
exec python3 - "$TMP/extract" $extracted "$TMP/check" $checked <<'END'
import copy, json, sys
from jsonschema import Draft202012Validator

SCHEMA = json.load(open('docs/records.schema.json'))
Draft202012Validator.check_schema(SCHEMA)

def validator(kind):
    return Draft202012Validator({'$ref': '#/$defs/' + kind, '$defs': SCHEMA['$defs']})

BY_TYPE = {ref['$ref'].split('/')[-1]: validator(ref['$ref'].split('/')[-1])
           for ref in SCHEMA['oneOf']}

def tell(name, why=None):
    print('ok ' + name if why is None else f'not ok {name}: {why}')

def first_error(record):
    if str(record.get('type')) not in BY_TYPE:
        return f"unknown type {record.get('type')!r}"
    error = next(BY_TYPE[record['type']].iter_errors(record), None)
    return error and f"{'/'.join(map(str, error.path))}: {error.message}"

def hold(name, path, status, wanted):
    """Every line is a valid record, the last one the summary; the status tells no error."""
    lines = open(path, encoding='ascii').read().splitlines()
    records = [json.loads(line) for line in lines]
    wrong = [(i, why) for i, why in enumerate(map(first_error, records), 1) if why]
    seen = {r.get('type') for r in records}
    tell(f'{name} is valid', f'line {wrong[0][0]}: {wrong[0][1]}'[:300] if wrong else None)
    last = [i for i, r in enumerate(records, 1) if r.get('type') == 'summary']
    tell(f'{name} has all types', f'got {sorted(seen)}, wanted {sorted(wanted)}'
         if seen != wanted else None)
    tell(f'{name} ends with its summary', f'got lines {last} of {len(records)}'
         if last != [len(records)] or not last else None)
    tell(f'{name} has a good status', f'got status {status}, wanted 0 or 3' if status not in ('0', '3') else None)
    return records

def wrong_variants(record):
    """The record with a member too many, and with each member left out or of another type."""
    yield 'a member too many', {**record, 'extra': 1}
    for key in record:
        rest = {k: v for k, v in record.items() if k != key}
        yield f'no {key}', rest
        yield f'a list as {key}', {**rest, key: [[]]}

def refuse(records):
    """The schema must be able to fail: wrong variants of one record of each type."""
    for kind in sorted({r['type'] for r in records}):
        record = next(r for r in records if r['type'] == kind)
        passed = [what for what, bad in wrong_variants(copy.deepcopy(record))
                  if first_error(bad) is None]
        tell(f'schema refuses a wrong {kind}', f'accepted: {", ".join(passed)}' if passed else None)

extract, extracted, check, checked = sys.argv[1:]
refuse(hold('extract', extract, extracted, {'fact', 'claim', 'document', 'summary'}) +
       hold('check', check, checked, {'document', 'finding', 'agreement', 'summary'}))
END
