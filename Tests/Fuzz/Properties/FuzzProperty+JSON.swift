import Formats

extension FuzzProperty {
    /// JSON reads back equal after writing, errors lie in the text, and fields come back within their bounds.
    package static let json = FuzzProperty("json") { bytes in
        let value: JSON
        do throws(JSONSyntaxError) {
            value = try JSON.parse(bytes)
        } catch {
            let isInside = (0...bytes.count).contains(error.offset) && error.line > 0 && error.column > 0
            return isInside ? nil : "an error outside the text"
        }
        var writer = JSONWriter()
        writer.value(value)
        if writer.bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "<") }) {
            return "unsafe bytes written"
        }
        let limits = JSONLimits(bytes: .max, values: .max)
        if (try? JSON.parse(writer.bytes, limits: limits)) != value { return "written again it differs" }
        return brokenMarkup(value) ?? brokenFields(value)
    }

    private static func brokenMarkup(_ value: JSON) -> String? {
        guard let text = value.stringValue else { return nil }
        var xml = XMLWriter()
        let head = xml.bytes.count
        xml.element("t", text)
        let content = xml.bytes[(head + 3)...].dropLast(4)
        let isBroken = content.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x3C || $0 == 0x3E }
        return isBroken ? "markup in a text" : nil
    }

    private static func brokenFields(_ value: JSON) -> String? {
        var broken: String?
        do throws(FieldProblems) {
            _ = try FieldReader.read(value) { fields -> Bool? in
                broken = brokenField(&fields)
                return true
            }
        } catch {
            if error.problems.isEmpty || error.problems.count > 32 { return "an odd number of problems" }
            if error.problems.contains(where: { !$0.pointer.hasPrefix("#") || $0.pointer.utf8.count > 2_000 })
            {
                return "an odd pointer"
            }
        }
        return broken
    }

    private static func brokenField(_ fields: inout FieldReader) -> String? {
        if let text = fields.string("s", .optional, length: 1...8) {
            let isGood = (1...8).contains(text.unicodeScalars.count) && !text.utf8.contains { $0 < 0x20 }
            if !isGood { return "a string out of bounds" }
        }
        if let integer = fields.integer("i", .optional, in: -5...5), !(-5...5).contains(integer) {
            return "an integer out of bounds"
        }
        if let number = fields.number("n", in: -180...180), !(-180...180).contains(number) {
            return "a number out of bounds"
        }
        if let choice = fields.choice("c", of: ["a", "b"]), choice != "a" && choice != "b" {
            return "a choice that was not offered"
        }
        if let texts = fields.strings("l", .optional, count: 0...3, length: 0...2), texts.count > 3 {
            return "too many elements"
        }
        _ = fields.bool("b", .optional)
        _ = fields.objects("a", .optional, count: 0...100) { $0.number("x", in: 0...1) }
        return fields.object("o", .optional) { inner in brokenField(&inner) ?? "" }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }
}
