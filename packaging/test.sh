#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is needed, builds with warnings as errors and runs every test without a display.
#   packaging/test.sh [PRESET [OPTION...]]     dev (the default), asan or tsan; options for cmake
set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$source_dir/packaging/setup.sh"

preset=${1:-dev}
[ $# -eq 0 ] || shift
install_packages build run test
cd "$source_dir"
cmake --preset "$preset" --log-level=WARNING "$@"
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel 2
