import Formats
import Territory
import TestSupport

extension Krakow {
    /// Kraków with a category `test.every` that asks a question of each of the six forms.
    static func withEveryQuestion() throws -> City {
        let category = """
            {"code": "test.every", "group": "roads", "class": "U", "kind": "intervention",
             "name": {"pl": "Wszystko", "en": "Everything"}, "unit": "ZDMK", "visibility": "public",
             "questions": [
               {"code": "one", "type": "singlevaluelist", "required": true, "question": {"pl": "Jedno?", "en": "One?"},
                "values": [\(choices)]},
               {"code": "some", "type": "multivaluelist", "required": false, "question": {"pl": "Kilka?", "en": "Some?"},
                "values": [\(choices)]},
               {"code": "line", "type": "string", "required": false, "question": {"pl": "Słowa?", "en": "Words?"}},
               {"code": "size", "type": "number", "required": false, "question": {"pl": "Ile?", "en": "How much?"},
                "hint": {"pl": "W centymetrach.", "en": "In centimetres."}},
               {"code": "when", "type": "datetime", "required": false, "question": {"pl": "Kiedy?", "en": "When?"}},
               {"code": "more", "type": "text", "required": false, "question": {"pl": "Co jeszcze?", "en": "What else?"}}
             ]},
            """
        var documents = try documents()
        let shipped = String(decoding: try Checkout.read("geodata/krakow/categories.json"), as: UTF8.self)
        let content = shipped.replacing(
            #""categories": ["#,
            with: #""categories": ["# + category,
            maxReplacements: 1
        )
        documents.put("categories", .init(validFrom: nil, content: Array(content.utf8)))
        return try City(documents, at: today.start, timeZone: timeZone)
    }

    private static let choices = ["a", "b", "c"].map { code in
        #"{"code": "\#(code)", "name": {"pl": "Wybór \#(code)", "en": "Choice \#(code)"}}"#
    }.joined(separator: ", ")
}
