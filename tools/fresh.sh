#!/bin/bash
# fresh.sh - proves `make demo` and `make test` on a new Debian 12 with nothing added but git and
# make: each in a fresh clone of what is committed, in a chroot of its own that debootstrap makes
# in a temporary folder. Where that cannot be had it says why, prints `skipped` and succeeds.
# The mirror, and how to reach it, are those of this machine's apt.
set -euo pipefail
cd "$(dirname "$0")/.."
skipped() { echo "fresh: $*"; echo skipped; exit 0; }
has() { command -v "$1" >/dev/null; }

[ "$(id -u)" -eq 0 ] || skipped "a chroot needs root"
has apt-get || skipped "no apt on this machine to take a mirror from"
has debootstrap || { tools/deps.sh debootstrap && has debootstrap; } || skipped "no debootstrap"
unshare --mount --pid --fork true 2>/dev/null || skipped "this machine allows no namespaces"
# shellcheck disable=SC2016 # these $() are apt's
mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(CODENAME)' 'Component: main' |
    awk '!m && ($2 == "bookworm" || $3 == "bookworm") { m = $1 } END { print m }')
[ -n "$mirror" ] || skipped "this machine's apt knows no mirror of bookworm"
eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
export http_proxy https_proxy
changed=$(git status --short)
[ -z "$changed" ] || printf '%s\n' "fresh: not committed, so not tried:" "$changed"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
base=$work/base
echo "fresh: making a Debian 12"
unshare --mount debootstrap --variant=minbase --include=git,make,ca-certificates \
    bookworm "$base" "$mirror" >"$work/log" 2>&1 ||
    { tail -n 5 "$work/log"; skipped "debootstrap did not succeed"; }
apt-config dump >"$work/apt"
grep -E '^Acquire::(https?|Check|ForceIP)' "$work/apt" >"$base/etc/apt/apt.conf.d/99host" || true
for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
    [ ! -e $file ] || cp -L $file "$base$file"
done
git bundle create -q "$base/claimcheck.bundle" HEAD

mapfile -t proxies < <(env | grep -iE '^(https?|no)_proxy=')
passed=0 failed=0
for target in demo test; do
    root=$work/$target
    cp -a "$base" "$root"
    echo "fresh: make $target"
    if unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" chroot "$root" \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "${proxies[@]}" \
        bash -c "git clone -q /claimcheck.bundle ~/claimcheck && cd ~/claimcheck && make $target" \
        >"$work/log" 2>&1; then
        tail -n 1 "$work/log"
        echo "ok make $target"
        passed=$((passed + 1))
    else
        tail -n 60 "$work/log"
        echo "FAILED make $target"
        failed=$((failed + 1))
    fi
    rm -rf --one-file-system "$root"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
