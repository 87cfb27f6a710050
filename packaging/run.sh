#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is needed, builds the release and starts Assay.
#   packaging/run.sh [--build-only] [FOLDER...]     folders become image roots of the default workspace
# Without a display it does the main job headless: the sample workspace, its report, and pictures of the pages.
set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$source_dir/packaging/setup.sh"

build_only=false
folders=()
for argument in "$@"; do
    case $argument in
    --build-only) build_only=true ;;
    -h | --help) sed -n '3,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    -*) say "Unknown option $argument. Use: packaging/run.sh [--build-only] [FOLDER...]"; exit 2 ;;
    *) folders+=("$(realpath -- "$argument")") ;;
    esac
done

build() (
    install_packages build run
    cd "$source_dir"
    [ -f build/release/build.ninja ] || cmake --preset release --log-level=WARNING
    if [ "$(ninja -C build/release -n 2>/dev/null | tail -n 1)" != "ninja: no work to do." ]; then
        say "Building Assay (some minutes the first time)."
        cmake --build --preset release >&2
    fi
)

without_display() {
    local out=${XDG_DATA_HOME:-$HOME/.local/share}/assay/sample
    say "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be shown."
    say "Doing the same job without one."
    export QT_QPA_PLATFORM=offscreen
    if [ ${#folders[@]} -gt 0 ]; then
        "$bin/assay-cli" import "${folders[@]}"
        return
    fi
    [ -f "$out/sample.assay" ] || "$bin/assay-cli" demo "$out"
    "$bin/assay-cli" report --workspace "$out/sample.assay" --client Aldertea \
        --from "$(date -d '-16 weeks' +%F)" --to "$(date +%F)" -o "$out/report.pdf"
    "$bin/assay" --workspace "$out/sample.assay" --pictures "$out/pages"
    printf '%s\n' "Workspace  $out/sample.assay" "Report     $out/report.pdf" "Pages      $out/pages/review.png" "           $out/pages/trends.png"
}

build
! $build_only || exit 0
bin=$source_dir/build/release/bin
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    without_display
else
    exec "$bin/assay" ${folders[@]+"${folders[@]}"}
fi
