"""Photos that say where they were taken."""

import struct


def with_place(photo: bytes, lat: float, lon: float) -> bytes:
    """A JPEG whose EXIF data say where it was taken."""

    def fractions(degrees):
        minutes = degrees % 1 * 60
        return struct.pack("<6I", int(degrees), 1, int(minutes), 1, round(minutes % 1 * 60 * 10_000), 10_000)

    entries = struct.pack("<HHHI4s", 4, 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, 80)
    entries += struct.pack("<HHI4s", 3, 2, 2, b"E\0\0\0") + struct.pack("<HHII", 4, 5, 3, 104) + struct.pack("<I", 0)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<HHHIII", 1, 0x8825, 4, 1, 26, 0) + entries
    exif = b"Exif\0\0" + tiff + fractions(lat) + fractions(lon)
    return photo[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + photo[2:]
