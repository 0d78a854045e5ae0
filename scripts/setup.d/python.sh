# A Python environment of our own under .setup/venv: nothing is installed into the system's or the user's Python.

venv=.setup/venv

# Debian's own Python first: another one that shadows it may lack the venv module.
find_python() {
    local candidate
    for candidate in /usr/bin/python3 "$(command -v python3 || true)"; do
        [ -x "$candidate" ] && "$candidate" -c 'import ensurepip, venv' 2>/dev/null && { echo "$candidate"; return; }
    done
    stop 1 "no Python with the venv module (Debian's package python3-venv)"
}

prepare_python() {
    "$venv/bin/python" -c 'import pip' 2>/dev/null && return 0
    say "making the Python environment $venv"
    rm -rf "$venv"
    "$(find_python)" -m venv "$venv"
}

# install_requirements FILE: once for each content of the file; stamps beside the packages tell what is there.
install_requirements() {
    local wanted=$1 stamp digest
    stamp=$venv/requirements-$(tr / - <<<"${wanted%/*}").sha256
    [ -f "$wanted" ] || { say "no $wanted, so none of its packages"; return 0; }
    digest=$(sha256sum <"$wanted")
    [ "$(cat "$stamp" 2>/dev/null)" = "$digest" ] && return 0
    say "installing $wanted into $venv"
    try 3 "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r "$wanted" ||
        stop 1 "pip could not install $wanted"
    echo "$digest" >"$stamp"
}
