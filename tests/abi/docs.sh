#!/bin/bash
# docs.sh - what README.md, CONTRIBUTING.md and docs/*.md show is true of the installed program:
# blocks of `console` print what stands there, tables of memos are answered as they say, commands,
# options and make targets exist, example records are those of corpus/, and every file of core/ is on
# the map. docs/README.md tells how.
set -u
env -u MAKEFLAGS -u MAKELEVEL make -s VARIANT="$SANITIZED" DESTDIR="$TMP/root" install >"$TMP/log" 2>&1 ||
    { cat "$TMP/log"; echo "not ok install: make install failed"; exit 1; }
mkdir "$TMP/work" && cp -r corpus "$TMP/work"
export PATH=$TMP/root/usr/local/bin:$PATH CPATH=$TMP/root/usr/local/include
exec /usr/bin/python3 - <<'END'
import glob, json, os, re, subprocess

WORK = os.environ['TMP'] + '/work'
FILES = ['README.md', 'CONTRIBUTING.md', *sorted(glob.glob('docs/*.md'))]
TEXT = {name: open(name, encoding='utf8').read() for name in FILES}

def tell(name, why=''):
    print(f'not ok {name}: {why}' if why else f'ok {name}')

def shell(command):
    done = subprocess.run(['bash', '-c', command], cwd=WORK, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode('utf8')

def blocks(text, language):
    return re.findall(rf'^```{language}\n(.*?)^```$', text, re.M | re.S)

def put_sources(text):
    for block in blocks(text, 'c'):
        name = re.match(r'/\* (\w+\.c) - ', block)
        if name:
            open(f'{WORK}/{name[1]}', 'w', encoding='utf8').write(block)

def put_memos(text):
    for name, memo in re.findall(r'^`(\S+)`:\n\n```text\n(.*?)^```$', text, re.M | re.S):
        open(f'{WORK}/{name}', 'w', encoding='utf8').write(memo)

def pattern(wanted):
    """An ellipsis on a line of its own is any lines, any other one is any text of a line."""
    lines = ['(?:.*\n)*?' if line == '…' else re.escape(line).replace('…', '.*') + '\n'
             for line in wanted.splitlines()]
    return ''.join(lines)

def run_console(name, block):
    for command, wanted in re.findall(r'^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)', block, re.M):
        got = shell(command)
        why = '' if re.fullmatch(pattern(wanted), got) else f'got\n{got}wanted\n{wanted}'
        tell(f'{name} {command.split(chr(92))[0].strip()}', why)

def tables(text):
    """Head and rows of each."""
    for lines in re.findall(r'(?:^\|.*\n)+', text, re.M):
        head, _, *rows = [line.strip('| \n').split(' | ') for line in lines.splitlines()]
        yield head, rows

def put_memo(file, *says):
    plain = [s.replace('**', '') for s in says]
    open(f'{WORK}/{file}', 'w', encoding='utf8').write('\n\n'.join(plain) + '\n')

def ask_pair(head, a, b):
    """What --why-not says of the figures in bold."""
    within = head[1] == 'and further on'
    put_memo('one.txt', *([a, b] if within else [a]))
    put_memo('other.txt', b)
    second = 'one.txt:3' if within else 'other.txt:1'
    paths = 'one.txt' + ('' if within else ' other.txt') + (' corpus' if 'corpus/' in head[2] else '')
    return shell(f"claimcheck check --why-not one.txt:1:{a.index('**') + 1} "
                 f"{second}:{b.index('**') + 1} {paths}")

def ask_instead(a):
    """What the figure in bold is instead of a claim."""
    put_memo('one.md', a)
    rows = shell('claimcheck check --format csv --fail-on never one.md').splitlines()
    return '\n'.join(r for r in rows if r.startswith(f'"one.md",1,{a.index("**") + 1},'))

def run_table(name, head, rows):
    """What is wanted stands in the last column, or behind the figure where one memo speaks."""
    for row in rows:
        pair = '**' in row[1]
        got, wanted = (ask_pair(head, *row[:2]), row[2]) if pair else (ask_instead(row[0]), row[1])
        why = '' if wanted in ' '.join(got.split()) else f'got\n{got}\nwanted\n{wanted}'
        tell(f"{name} {' | '.join(row)}", why)

def check_commands(name, text):
    """Commands and options in blocks of sh and in `code`; a call ends at a pipe or a comment."""
    code = '\n'.join(blocks(text, 'sh') + re.findall(r'`([^`\n]+)`', text))
    for command, rest in sorted(set(re.findall(r'\bclaimcheck ([a-z]+)([^|#\n]*)', code))):
        known = shell(f'claimcheck {command} --help')
        wrong = [o for o in re.findall(r'--[a-z-]+', rest) if not re.search(rf'{o}\b(?!-)', known)]
        why = 'no such command' if not known.startswith('Usage: claimcheck ' + command) else ''
        tell(f'{name} claimcheck {command}{rest.rstrip()}', why or ' '.join(wrong))

def check_targets(name, text):
    targets = set(re.findall(r'^([a-z-]+):', open('Makefile').read(), re.M))
    called = re.findall(r'(?:^ {4}|`)(?:sudo )?make\s([a-z]+)', text, re.M)
    tell(f'{name} make targets', ' '.join(sorted(set(called) - targets)))

def plain(record):
    """Without what every change of weights or rules moves."""
    hidden = ('score', 'level', 'counts', 'statistic', 'fingerprint')
    if record['type'] == 'summary':
        return sorted(record)
    return {key: value for key, value in record.items() if key not in hidden}

def check_records(name, text):
    examples = [json.loads(line) for line in re.findall(r'^\{"type":.*', text, re.M)]
    if not examples:
        return
    printed = shell('claimcheck check --format jsonl --documents --agreements corpus/*.txt; '
                    'claimcheck extract --claims --explain corpus/*.txt')
    known = [plain(json.loads(line)) for line in printed.splitlines()]
    for e in examples:
        tell(f"{name} {e['type']} {e.get('text') or e.get('message') or ''}".rstrip(),
             '' if plain(e) in known else f'not printed: {plain(e)}')

def check_map():
    map = TEXT['CONTRIBUTING.md']
    stems = {re.sub(r'\.[ch]$', '', os.path.basename(p)) for p in glob.glob('core/[!a]*/*.[ch]')}
    lost = [s for s in sorted(stems) if f'`{s}`' not in map and not s.startswith('cmd')]
    tell('CONTRIBUTING.md map', 'not on it: ' + ' '.join(lost) if lost else '')

for name, text in TEXT.items():
    put_sources(text)
    put_memos(text)
    for head, rows in tables(text):
        if '**' in rows[0][0]:
            run_table(name, head, rows)
    for block in blocks(text, 'console'):
        run_console(name, block)
    check_commands(name, text)
    check_targets(name, text)
    check_records(name, text)
check_map()
END
