# Debian's packages: what is needed for which purpose, and how to install only what is missing.

build_packages=(
    # The libraries that Emapa is built on.
    libpq-dev libgeos-dev libproj-dev proj-data libmicrohttpd-dev zlib1g-dev libcurl4-gnutls-dev libvips-dev
    libsodium-dev
    # The database server, for the private cluster.
    postgresql-15 postgresql-client-15
    # What Swift's toolchain itself compiles and links with, and loads.
    pkg-config binutils gcc libc6-dev libstdc++-12-dev
    libcurl4 libedit2 libncurses6 libsqlite3-0 libuuid1 libxml2 tzdata git
    # The Python that unpacks the map library.
    ca-certificates python3 python3-venv
)
# gdal-bin reads vector tiles beside the decoder from PyPI.
test_packages=(chromium fonts-dejavu-core curl gdal-bin zbar-tools)
bench_packages=(
    # The peers of Emapa's HTTP and the load.
    nginx-light wrk
    # The peer of its placing and its tiles; GEOS and a compiler are there for building.
    postgresql-15-postgis-3
)

# Written for the time of an installation, taken away after it.
service_guard=/usr/sbin/policy-rc.d
cluster_guard=/etc/postgresql-common/createcluster.d/emapa-setup.conf
guard_mark='written by the set-up of emapa for the time of one installation'

missing_packages() {
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        awk -v wanted="$*" '
            $1 == "installed" { there[$2] = 1 }
            END { n = split(wanted, name, " "); for (i = 1; i <= n; i++) if (!(name[i] in there)) print name[i] }' || true
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# apt-get without questions; its talk goes to a log, whose end is shown when it fails.
apt() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >.setup/apt.log 2>&1 && return 0
    tail -n 20 .setup/apt.log >&2
    return 1
}

# write_guard FILE MODE TEXT: only where nothing of the name exists, or a guard that was left by a killed run.
write_guard() {
    if [ -e "$1" ] && ! grep -q "$guard_mark" "$1"; then return 0; fi
    as_root mkdir -p "${1%/*}"
    printf '%s\n' "$3" | as_root tee "$1" >/dev/null
    as_root chmod "$2" "$1"
}

remove_guards() {
    local guard
    for guard in "$service_guard" "$cluster_guard"; do
        if [ -e "$guard" ] && grep -q "$guard_mark" "$guard"; then as_root rm -f "$guard"; fi
    done
}

# Debian starts what it installs: a database cluster of its own, a web server on port 80. Emapa needs the programs
# and neither of the services, so both are held back while apt runs.
raise_guards() {
    trap remove_guards EXIT
    case " $* " in *" postgresql-15 "*)
        write_guard "$cluster_guard" 644 "# $guard_mark
create_main_cluster = false" ;;
    esac
    case " $* " in *" nginx-light "*)
        write_guard "$service_guard" 755 "#!/bin/sh
# $guard_mark
exit 101" ;;
    esac
}

install_missing_packages() {
    command -v dpkg-query >/dev/null || stop 1 "this set-up knows Debian 12 only; elsewhere install the like of: $*"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] && return 0

    say "installing from Debian: ${missing[*]}"
    as_root true || stop 1 "neither root nor sudo; ask for: apt-get install --no-install-recommends ${missing[*]}"
    raise_guards "${missing[@]}"
    try 3 apt update || stop 1 "apt-get update failed; .setup/apt.log has its words"
    try 2 apt install -y --no-install-recommends "${missing[@]}" || stop 1 "apt-get install failed; .setup/apt.log has its words"
    case " ${missing[*]} " in *" nginx-light "*) as_root update-rc.d nginx disable || true ;; esac
    remove_guards
    trap - EXIT

    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -eq 0 ] || stop 1 "still missing after the installation: ${missing[*]}"
}
