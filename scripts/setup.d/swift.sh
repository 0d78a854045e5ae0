# The Swift toolchain: looked for, never installed, since Debian 12 has no package of it.

swift_wanted=6.2

explain_swift() {
    cat >&2 <<EOF

Emapa needs Swift $swift_wanted or newer, and $1.

Get it from swift.org (Install, Linux, Debian 12): download the tarball for your processor, check its signature
as described there, and unpack it, for example:

    sudo mkdir -p /opt/swift
    sudo tar -xzf swift-*-RELEASE-debian12.tar.gz -C /opt/swift --strip-components=1
    export PATH=/opt/swift/usr/bin:\$PATH        # and the same line in ~/.profile

Then run the same make command again.
EOF
    exit 3
}

# version_at_least FOUND WANTED: compares major and minor numbers.
version_at_least() {
    local found_major found_minor wanted_major wanted_minor
    IFS=. read -r found_major found_minor _ <<<"$1"
    IFS=. read -r wanted_major wanted_minor _ <<<"$2"
    ((found_major > wanted_major || (found_major == wanted_major && ${found_minor:-0} >= wanted_minor)))
}

# require_swift [before-packages]: before the packages are there a toolchain may fail to start only because a
# library of Debian's is missing, so that is forgiven once.
require_swift() {
    local stage=${1:-} answer version
    command -v swift >/dev/null || explain_swift "there is no 'swift' on the PATH"
    if ! answer=$(swift --version 2>&1); then
        [ "$stage" = before-packages ] && return 0
        say "$answer"
        explain_swift "the 'swift' at $(command -v swift) does not start"
    fi
    version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+(\.[0-9]+)?).*/\1/p' <<<"$answer" | head -n 1)
    [ -n "$version" ] || explain_swift "the 'swift' at $(command -v swift) does not tell its version"
    version_at_least "$version" "$swift_wanted" || explain_swift "this is Swift $version"
}
