#!/bin/bash
# deps.sh [PACKAGE...] - installs what this machine lacks of the packages named, or else of
# tools/deps.txt. For Debian and what derives from it; as root or through sudo.
set -eu
cd "$(dirname "$0")"
say() { echo "deps: $*" >&2; }

if [ ! -e /etc/debian_version ] || ! command -v dpkg-query apt-get >/dev/null; then
    say "this is not Debian, so nothing is installed; tools/deps.txt lists what is needed"
    exit 0
fi
packages=("$@") missing=()
[ $# -gt 0 ] || mapfile -t packages < <(awk '!/^#/ && NF { print $1 }' deps.txt)
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
    [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "deps: all ${#packages[@]} packages are there"
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "neither root nor sudo; missing: ${missing[*]}"; exit 1; }
    as_root=(sudo)
fi
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}
echo "deps: installing ${missing[*]}"
apt update || say "apt-get update failed; going on with the package lists there are"
apt install -y --no-install-recommends "${missing[@]}" >/dev/null
