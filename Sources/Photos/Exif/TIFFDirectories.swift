/// The directories of a TIFF structure, as EXIF uses it (TIFF 6.0, section 2).
struct TIFFDirectories {
    /// One entry: its type, how many values it has, and where they stand.
    struct Field {
        let type: Int
        let count: Int
        let offset: Int
    }

    private enum FieldType {
        static let text = 2
        static let short = 3
        static let long = 4
        static let fraction = 5
    }

    private static let mostFields = 512

    /// Where the first directory stands.
    let first: Int
    private let view: PictureBytes
    private let order: PictureBytes.Order
    /// Where the structure begins: all its offsets count from there.
    private let start: Int

    /// Nil if there is no such structure at the places where formats put it.
    init?(_ bytes: [UInt8]) {
        let view = PictureBytes(bytes)
        // Bare, behind 'Exif' and two zeros, or behind an offset as well (HEIC).
        for start in [0, 6, 4, 10] {
            let order: PictureBytes.Order
            if view.starts(with: [0x49, 0x49, 0x2A, 0x00], at: start) {
                order = .little
            } else if view.starts(with: [0x4D, 0x4D, 0x00, 0x2A], at: start) {
                order = .big
            } else {
                continue
            }
            guard let first = view.uint32(at: start + 4, order) else { return nil }
            (self.view, self.order, self.start, self.first) = (view, order, start, first)
            return
        }
        return nil
    }

    /// The entries of a directory by their tags, the first of each; nil if it isn't whole.
    func directory(at offset: Int) -> [Int: Field]? {
        guard let count = view.uint16(at: start + offset, order), count <= TIFFDirectories.mostFields else {
            return nil
        }
        var fields: [Int: Field] = [:]
        for index in 0..<count {
            let entry = start + offset + 2 + 12 * index
            guard let tag = view.uint16(at: entry, order), let type = view.uint16(at: entry + 2, order),
                let count = view.uint32(at: entry + 4, order), let offset = view.uint32(at: entry + 8, order)
            else { return nil }
            let size = count * TIFFDirectories.size(of: type)
            let field = Field(type: type, count: count, offset: size <= 4 ? entry + 8 : start + offset)
            if fields[tag] == nil { fields[tag] = field }
        }
        return fields
    }

    /// A single whole number.
    func integer(_ field: Field) -> Int? {
        guard field.count == 1 else { return nil }
        switch field.type {
        case FieldType.short: return view.uint16(at: field.offset, order)
        case FieldType.long: return view.uint32(at: field.offset, order)
        default: return nil
        }
    }

    /// A text of one letter.
    func letter(_ field: Field) -> Character? {
        guard field.type == FieldType.text, (1...2).contains(field.count), let byte = view[field.offset]
        else { return nil }
        return Character(UnicodeScalar(byte))
    }

    /// Three fractions or fewer; nil if one of them divides by zero.
    func fractions(_ field: Field) -> [Double]? {
        guard field.type == FieldType.fraction, field.count <= 3 else { return nil }
        var values: [Double] = []
        for index in 0..<field.count {
            guard let above = view.uint32(at: field.offset + 8 * index, order),
                let below = view.uint32(at: field.offset + 8 * index + 4, order), below != 0
            else { return nil }
            values.append(Double(above) / Double(below))
        }
        return values
    }

    private static func size(of type: Int) -> Int {
        switch type {
        case FieldType.short: 2
        case FieldType.long, 9, 11: 4
        case FieldType.fraction, 10, 12: 8
        default: 1
        }
    }
}
