"""Mapbox Vector Tiles 2.1, as far as a benchmark looks into them: how many features, and what properties they have."""

import struct


def _varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _fields(data):
    """The fields of a message: (number, value); bytes are views."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(data, at)
        elif kind == 2:
            length, at = _varint(data, at)
            value, at = data[at:at + length], at + length
        else:
            width = {1: 8, 5: 4}[kind]
            value, at = data[at:at + width], at + width
        yield key >> 3, value


def _value(data):
    (number, value), = _fields(data)
    match number:
        case 1: return bytes(value).decode()
        case 2: return struct.unpack("<f", value)[0]
        case 3: return struct.unpack("<d", value)[0]
        case 6: return (value >> 1) ^ -(value & 1)
        case 7: return bool(value)
        case _: return value


def _layers(tile):
    return [list(_fields(value)) for number, value in _fields(memoryview(tile)) if number == 3]


def count(tile):
    """How many features the tile has."""
    return sum(number == 2 for layer in _layers(tile) for number, _ in layer)


def properties(tile):
    """The properties of each feature."""
    for layer in _layers(tile):
        keys = [bytes(value).decode() for number, value in layer if number == 3]
        values = [_value(value) for number, value in layer if number == 4]
        for number, feature in layer:
            if number == 2:
                yield _properties(feature, keys, values)


def _properties(feature, keys, values):
    tags = []
    for number, value in _fields(feature):
        if number == 2:
            at = 0
            while at < len(value):
                tag, at = _varint(value, at)
                tags.append(tag)
    return {keys[key]: values[value] for key, value in zip(tags[::2], tags[1::2])}
