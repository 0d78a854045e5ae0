"""The area tiles as another decoder reads them, which knows nothing of ours."""

import json
import math
import urllib.error
import urllib.request

import mapbox_vector_tile
import pytest
from shapely.geometry import shape

MAIN_SQUARE = (19.9373, 50.0617)
BORDER = (19.9340, 50.0700)


def tile_of(place, zoom):
    longitude, latitude = place
    across = (longitude + 180) / 360
    down = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return zoom, int(across * 2**zoom), int(down * 2**zoom)


def ask(service, path, **headers):
    request = urllib.request.Request(service.address + path, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("zoom", range(8, 20))
@pytest.mark.parametrize("place", [MAIN_SQUARE, BORDER])
def test_vector_tiles_and_geojson_tiles_hold_the_same_sound_areas(service, place, zoom):
    path = "/tiles/areas/{}/{}/{}".format(*tile_of(place, zoom))
    _, headers, drawn = ask(service, path + ".mvt")
    assert headers["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert headers["Access-Control-Allow-Origin"] == "*"
    layers = mapbox_vector_tile.decode(drawn, default_options={"y_coord_down": True})
    assert set(layers) <= {"districts", "zones"}
    assert all(layer["extent"] == 4096 and layer["version"] == 2 for layer in layers.values())
    features = [
        feature for name in ("districts", "zones") if name in layers for feature in layers[name]["features"]
    ]
    _, headers, text = ask(service, path + ".geojson")
    assert headers["Content-Type"] == "application/geo+json"
    written = json.loads(text)["features"]
    assert features and len(features) == len(written)
    for feature, twin in zip(features, written):
        assert feature["id"] == twin["id"]
        assert feature["geometry"]["type"] == twin["geometry"]["type"]
        assert feature["properties"].items() <= twin["properties"].items()
        assert shape(feature["geometry"]).is_valid
        # Deeper, a microdegree is larger than a pixel.
        assert zoom > 16 or shape(twin["geometry"]).is_valid


def test_the_main_square_is_in_the_first_district(service):
    _, _, drawn = ask(service, "/tiles/areas/{}/{}/{}.mvt".format(*tile_of(MAIN_SQUARE, 18)))
    districts = mapbox_vector_tile.decode(drawn)["districts"]["features"]
    assert [feature["properties"]["code"] for feature in districts] == ["I"]


def test_the_description_leads_to_the_tiles(service):
    _, _, text = ask(service, "/tiles/areas.json")
    description = json.loads(text)
    assert description["tilejson"] == "3.0.0"
    assert [layer["id"] for layer in description["vector_layers"]] == ["districts", "zones"]
    (template,) = description["tiles"]
    assert template.startswith(service.address)
    zoom, x, y = tile_of(MAIN_SQUARE, description["minzoom"])
    address = template.format(z=zoom, x=x, y=y)
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert mapbox_vector_tile.decode(answer.read())["districts"]["features"]


def test_a_tile_that_is_known_is_not_sent_again(service):
    path = "/tiles/areas/{}/{}/{}.mvt".format(*tile_of(MAIN_SQUARE, 12))
    _, headers, _ = ask(service, path)
    with pytest.raises(urllib.error.HTTPError) as unchanged:
        ask(service, path, **{"If-None-Match": headers["ETag"]})
    with unchanged.value as answer:
        assert answer.code == 304


def test_an_empty_tile_has_no_content(service):
    status, _, drawn = ask(service, "/tiles/areas/12/0/0.mvt")
    assert (status, drawn) == (204, b"")
