#!/usr/bin/env bash
# From a fresh clone to passed tests: installs the Debian packages the tests run against (real servers, a real browser),
# the npm packages, builds, checks the sources, and runs every test. Needs Node 20 or later; root (or sudo) only where a package is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need redis-server redis-server
need ceph-mon ceph-mon
need ceph-mgr ceph-mgr
need ceph-osd ceph-osd
need radosgw radosgw
need ceph ceph-common
need monmaptool ceph-common
need chromium chromium
need fc-list fontconfig
if ! command -v fc-list >/dev/null 2>&1 || [ -z "$(fc-list :lang=zh family 2>/dev/null)" ]; then missing+=(fonts-noto-cjk); fi

if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing Debian packages that the tests need: ${missing[*]}"
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Not root and no sudo; install them yourself: apt-get install ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

echo "Installing npm packages and building"
npm ci --no-audit --no-fund

echo "Checking the sources: format, lint, types, imports, unused, width"
npm run --silent check

echo "Running the tests"
# npm ci has built dist/ just now.
GONGKAI_SKIP_BUILD=1 npx vitest run "$@"
