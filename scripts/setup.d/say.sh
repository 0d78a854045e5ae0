# How the scripts speak: one line each, on standard error.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# stop STATUS TEXT...: says why and leaves.
stop() {
    local status=$1
    shift
    say "$*"
    exit "$status"
}

# try TIMES COMMAND...: repeats a command that may fail for a passing reason, waiting a little longer each time.
try() {
    local times=$1 attempt
    shift
    for ((attempt = 1; attempt <= times; attempt++)); do
        "$@" && return 0
        [ "$attempt" -eq "$times" ] && break
        say "attempt $attempt of $times failed: $1; once more in $((attempt * 3)) s"
        sleep $((attempt * 3))
    done
    return 1
}
