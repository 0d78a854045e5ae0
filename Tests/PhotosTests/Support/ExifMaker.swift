/// Writes EXIF blocks for tests, right and wrong ones.
struct ExifMaker {
    /// One entry of a directory; a value of more than four bytes is put behind the directories.
    struct Field {
        var tag: UInt16
        var type: UInt16
        var count: UInt32
        var value: [UInt8]
    }

    var isBigEndian = false
    var main: [Field] = []
    var position: [Field] = []

    static func text(_ tag: UInt16, _ text: String) -> Field {
        Field(tag: tag, type: 2, count: UInt32(text.utf8.count + 1), value: Array(text.utf8) + [0])
    }

    func short(_ tag: UInt16, _ value: UInt16) -> Field {
        Field(tag: tag, type: 3, count: 1, value: bytes(value) + [0, 0])
    }

    func fractions(_ tag: UInt16, _ values: [(UInt32, UInt32)]) -> Field {
        Field(
            tag: tag,
            type: 5,
            count: UInt32(values.count),
            value: values.flatMap { bytes($0.0) + bytes($0.1) }
        )
    }

    /// The block with its heading, as JPEG has it.
    var block: [UInt8] { Array("Exif\0\0".utf8) + tiff }

    /// The block as PNG has it.
    var tiff: [UInt8] {
        let mainFields = position.isEmpty ? main.count : main.count + 1
        let positionStart = 8 + 2 + 12 * mainFields + 4
        let valuesStart = positionStart + (position.isEmpty ? 0 : 2 + 12 * position.count + 4)
        var values: [UInt8] = []
        func directory(_ fields: [Field]) -> [UInt8] {
            var directory = bytes(UInt16(fields.count))
            for field in fields {
                directory += bytes(field.tag) + bytes(field.type) + bytes(field.count)
                if field.value.count <= 4 {
                    directory += field.value + [UInt8](repeating: 0, count: 4 - field.value.count)
                } else {
                    directory += bytes(UInt32(valuesStart + values.count))
                    values += field.value
                }
            }
            return directory + bytes(UInt32(0))
        }
        var all = main
        if !position.isEmpty {
            all.append(Field(tag: 0x8825, type: 4, count: 1, value: bytes(UInt32(positionStart))))
        }
        let start: [UInt8] = isBigEndian ? [0x4D, 0x4D, 0, 42] : [0x49, 0x49, 42, 0]
        return start + bytes(UInt32(8)) + directory(all) + (position.isEmpty ? [] : directory(position))
            + values
    }

    private func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        let count = number.bitWidth / 8
        let little = (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        return isBigEndian ? little.reversed() : little
    }

    /// The main square of Kraków in degrees, minutes and seconds.
    static func krakow(isBigEndian: Bool = false) -> ExifMaker {
        var maker = ExifMaker(isBigEndian: isBigEndian)
        maker.position = [
            text(1, "N"), maker.fractions(2, [(50, 1), (3, 1), (4212, 100)]),
            text(3, "E"), maker.fractions(4, [(19, 1), (56, 1), (1428, 100)]),
        ]
        return maker
    }
}
