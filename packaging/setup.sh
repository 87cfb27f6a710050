# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh. install_packages KIND...: installs what packaging/dependencies names for these kinds,
# asking apt only for what is missing.

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        say "Assay needs packages that are not installed: $missing"
        say "Install them as root, or install sudo, and start this again."
        exit 1
    fi
}

missing_packages() {
    local kind package
    while read -r kind package; do
        case " $* " in *" $kind "*) ;; *) continue ;; esac
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s ' "$package"
    done < <(grep -v '^#' "$source_dir/packaging/dependencies")
}

install_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "This script installs Debian packages, and there is no apt-get here. Needed: $missing"
        exit 1
    fi
    say "Installing: $missing"
    # The lists on a new machine are empty or old; a first try without asking saves time on every other one.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 ||
        { as_root apt-get update -q >/dev/null &&
          as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null; } ||
        { say "The packages could not be installed."; exit 1; }
}
