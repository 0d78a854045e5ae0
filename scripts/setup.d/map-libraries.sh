# The map libraries of the pages: files out of wheels whose digests are pinned, as are those of the files. The
# repository holds none of them; the service serves them from .setup/vendor.

vendor=.setup/vendor

# OpenLayers 10.7.0, for the map of the portal and of the tiles' preview.
openlayers_wheel='pyopenlayersqt==0.21.0 --hash=sha256:e93c53cf9f80f3685dec676b42469203b85fa56e99b5c21379a72297f5403780'
openlayers_folder=pyopenlayersqt/vendor/ol
openlayers_sums='c8a9508a5f1806a6c6ca400360aaa160394a2399709e6b030678a5c99ea36fad  ol.js
abc8afd72cc10bd29cc143f443bae4a6804bd3cb3fb262e6b6a6bc6c924ea34f  ol.css'

# MapLibre GL JS 5.24.0, for the tiles' preview.
maplibre_wheel='roadstyle==0.25.0 --hash=sha256:26940d75acdc08e445251aac5f273375237c17913f1eb9c8cc25a7749317fed3'
maplibre_folder=roadstyle/vendor
maplibre_sums='45a9b07a9189ce56054c620a947ccf41e291e58c95e9b61533b740aaa65ee5cb  maplibre-gl.js
ab1e70d59ec40465bae7e7030da2f3ccf28133fd502e62bd598eefbadfd7a732  maplibre-gl.css'

fetch_map_libraries() {
    rm -rf .setup/vendor.??????
    mkdir -p "$vendor"
    fetch_library OpenLayers ol openlayers "$openlayers_wheel" "$openlayers_folder" "$openlayers_sums"
    fetch_library 'MapLibre GL JS' maplibre-gl maplibre "$maplibre_wheel" "$maplibre_folder" "$maplibre_sums"
}

# library_is_right FOLDER SUMS
library_is_right() { (cd "$1" 2>/dev/null && sha256sum --check --quiet --strict <<<"$2") >/dev/null 2>&1; }

# fetch_library TITLE NAME LICENSE WHEEL FOLDER SUMS: the files NAME.js and NAME.css out of a wheel's folder. One wheel is
# made for a kind of machine; its files are taken, and nothing of it is run, so the same one is fetched on all.
fetch_library() {
    local title=$1 name=$2 license=scripts/setup.d/$3.LICENSE wheel=$4 folder=$5 sums=$6 fresh
    library_is_right "$vendor" "$sums" && cmp -s "$license" "$vendor/$name.LICENSE" && return 0
    say "fetching $title into $vendor"
    fresh=$(mktemp -d .setup/vendor.XXXXXX)
    echo "$wheel" >"$fresh/wheel.txt"
    try 3 "$venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-input \
        --no-deps --only-binary=:all: --platform manylinux2014_x86_64 --python-version 3.11 --implementation cp \
        --abi abi3 --abi none --require-hashes --dest "$fresh" -r "$fresh/wheel.txt" ||
        stop 1 "pip could not download the wheel with $title"
    "$venv/bin/python" -m zipfile --extract "$fresh"/*.whl "$fresh/wheel"
    library_is_right "$fresh/wheel/$folder" "$sums" || stop 1 "$title's files are not those expected; none kept"

    mkdir "$fresh/vendor"
    mv "$fresh/wheel/$folder/$name".{js,css} "$fresh/vendor/"
    cp "$license" "$fresh/vendor/$name.LICENSE"
    mv -f "$fresh"/vendor/* "$vendor/"
    rm -rf "$fresh"
}
