# OpenLayers 10.7.0, the map library of the pages: two files out of a wheel whose digest is pinned. The repository
# holds neither; the service serves them from .setup/vendor.

vendor=.setup/vendor
openlayers_wheel='pyopenlayersqt==0.21.0 --hash=sha256:e93c53cf9f80f3685dec676b42469203b85fa56e99b5c21379a72297f5403780'
openlayers_folder=pyopenlayersqt/vendor/ol
openlayers_sums='c8a9508a5f1806a6c6ca400360aaa160394a2399709e6b030678a5c99ea36fad  ol.js
abc8afd72cc10bd29cc143f443bae4a6804bd3cb3fb262e6b6a6bc6c924ea34f  ol.css'

# openlayers_is_right FOLDER
openlayers_is_right() { (cd "$1" 2>/dev/null && sha256sum --check --quiet --strict <<<"$openlayers_sums") >/dev/null 2>&1; }

fetch_openlayers() {
    openlayers_is_right "$vendor" && cmp -s scripts/setup.d/openlayers.LICENSE "$vendor/ol.LICENSE" && return 0
    say "fetching OpenLayers into $vendor"
    local fresh
    rm -rf .setup/vendor.??????
    fresh=$(mktemp -d .setup/vendor.XXXXXX)
    echo "$openlayers_wheel" >"$fresh/wheel.txt"
    try 3 "$venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-input \
        --no-deps --only-binary=:all: --require-hashes --dest "$fresh" -r "$fresh/wheel.txt" ||
        stop 1 "pip could not download the wheel with OpenLayers"
    "$venv/bin/python" -m zipfile --extract "$fresh"/pyopenlayersqt-*.whl "$fresh/wheel"
    openlayers_is_right "$fresh/wheel/$openlayers_folder" || stop 1 "OpenLayers' files are not those expected; none kept"

    mkdir "$fresh/vendor"
    mv "$fresh/wheel/$openlayers_folder"/ol.{js,css} "$fresh/vendor/"
    cp scripts/setup.d/openlayers.LICENSE "$fresh/vendor/ol.LICENSE"
    mkdir -p "$vendor"
    mv -f "$fresh"/vendor/* "$vendor/"
    rm -rf "$fresh"
}
