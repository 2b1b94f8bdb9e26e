"""Runs claimcheck and reads its records."""
import json
import os
import subprocess

PROGRAM = os.environ.get("CC", "build/claimcheck")
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"}


class Failed(Exception):
    """The program ended with a status that no result has."""


def run(arguments, folder="."):
    """What the program prints, run in `folder`. Status 3 says that some input was not read in full."""
    done = subprocess.run([os.path.abspath(PROGRAM)] + arguments, cwd=folder, env=ENVIRONMENT,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode not in (0, 3):
        raise Failed("%s: %s" % (" ".join(arguments), done.stderr.decode("utf8", "replace").strip()))
    return done.stdout.decode("utf8", "replace")


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def extract(folder, globs):
    """`globs`: options that say which documents are read."""
    return records(run(["extract", "--claims", *globs, "."], folder))


def agreements(folder, globs):
    found = records(run(["check", "--format", "jsonl", "--agreements", "--fail-on", "never", *globs, "."], folder))
    return [r for r in found if r["type"] == "agreement"]


def check(paths, folder):
    """The findings on these documents together, at default settings."""
    found = records(run(["check", "--format", "jsonl", "--fail-on", "never", "-j1", *paths], folder))
    return [r for r in found if r["type"] == "finding"]


def why_not(one, two, paths, folder):
    """Two places, FILE:LINE:COLUMN each: why they are no finding, as one line."""
    try:
        return " ".join(run(["check", "--why-not", one, two, *paths], folder).split())
    except Failed as failed:
        return str(failed).rpartition("claimcheck: ")[2]
