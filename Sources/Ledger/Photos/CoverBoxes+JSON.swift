import Formats
import PostgreSQL
import Reports

extension [CoverBox] {
    /// The column `cover`: each as `[left, top, width, height]`.
    var column: JSONText {
        var json = JSONWriter()
        json.beginArray()
        for box in self {
            json.beginArray()
            for edge in [box.left, box.top, box.width, box.height] { json.integer(edge) }
            json.endArray()
        }
        json.endArray()
        return JSONText(utf8: json.bytes)
    }

    /// Reads the column; nil if it holds something else.
    init?(column: JSONText) {
        guard let boxes = (try? JSON.parse(column.utf8))?.arrayValue else { return nil }
        self = []
        for box in boxes {
            let edges = (box.arrayValue ?? []).compactMap { edge in
                edge.numberValue?.integer.map { Int(clamping: $0) }
            }
            guard edges.count == 4,
                let box = CoverBox(left: edges[0], top: edges[1], width: edges[2], height: edges[3])
            else { return nil }
            append(box)
        }
    }
}
