import Formats
import HTTP
import Pages
import Reports

/// The rectangles that a form draws on a photo: the fields `left`, `top`, `width` and `height` of each, in percent.
struct CoverForm {
    private static let names = ["left", "top", "width", "height"]

    /// What was typed, rectangle by rectangle; empty rows are left out.
    private let rows: [[String]]

    /// A form in which nothing is drawn yet.
    init() {
        rows = []
    }

    /// - Throws: 422 where the fields are no rows, or more of them than a photo may have.
    init(_ fields: Query) throws(Problem) {
        let columns = CoverForm.names.map { fields.all($0) }
        let count = columns.map(\.count).max() ?? 0
        guard columns.allSatisfy({ $0.count == count }), count <= CoverBox.mostPerPhoto else {
            throw .invalidField("#/left", "count", .tooMany)
        }
        rows = (0..<count).map { row in columns.map { CoverForm.trimmed($0[row]) } }
            .filter { row in row.contains { !$0.isEmpty } }
    }

    /// The rectangles.
    ///
    /// - Throws: 422 where there is none, or one does not lie within the picture.
    func boxes() throws(Problem) -> [CoverBox] {
        guard !rows.isEmpty else { throw .invalidField("#/left", "missing", .noBox) }
        var boxes: [CoverBox] = []
        for row in rows {
            guard let box = CoverForm.box(row) else { throw .invalidField("#/left", "range", .outside) }
            boxes.append(box)
        }
        return boxes
    }

    /// So many rows with what was typed in the first.
    func values(rows count: Int) -> [PageScope] {
        (0..<max(0, count)).map { index in
            let row = index < rows.count ? rows[index] : []
            var scope: PageScope = ["row": .text(String(index + 1))]
            for (nth, name) in CoverForm.names.enumerated() {
                scope[name] = .text(nth < row.count ? row[nth] : "")
            }
            return scope
        }
    }

    private static func trimmed(_ text: String) -> String {
        // Whoever writes Polish types a comma.
        String(text.filter { !$0.isWhitespace }.prefix(12)).replacing(",", with: ".")
    }

    private static func box(_ row: [String]) -> CoverBox? {
        let parts = row.compactMap { text -> Int? in
            guard let percent = Double(decimal: text), (0...100).contains(percent) else { return nil }
            return Int((percent * 100).rounded())
        }
        guard parts.count == names.count else { return nil }
        // Two roundings may reach one part beyond the edge.
        let (width, height) = (inside(parts[2], from: parts[0]), inside(parts[3], from: parts[1]))
        return CoverBox(left: parts[0], top: parts[1], width: width, height: height)
    }

    private static func inside(_ length: Int, from start: Int) -> Int {
        start + length == CoverBox.whole + 1 ? length - 1 : length
    }
}

extension LocalizedText {
    fileprivate static let noBox = LocalizedText(
        pl: "Zaznacz chociaż jeden prostokąt.",
        en: "Draw at least one rectangle."
    )
    fileprivate static let outside = LocalizedText(
        pl: "Prostokąt musi mieć wymiary i leżeć w granicach zdjęcia.",
        en: "A rectangle has to have a size and to lie within the photo."
    )
    fileprivate static let tooMany = LocalizedText(
        pl: "Na zdjęciu może być najwyżej \(CoverBox.mostPerPhoto) prostokątów.",
        en: "A photo can have at most \(CoverBox.mostPerPhoto) rectangles."
    )
}
