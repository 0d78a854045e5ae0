package import Formats

/// Everything the pages say in one language, by keys as `case.history.title`: the file's name, then the way through it.
package struct Messages: Sendable {
    /// A file of messages.
    package struct File: Sendable {
        /// The name without its ending: what the keys of its messages begin with.
        package let name: String
        let bytes: [UInt8]
        /// Whether the pages' scripts say them too.
        let isForScripts: Bool

        package init(name: String, bytes: [UInt8], isForScripts: Bool) {
            self.name = name
            self.bytes = bytes
            self.isForScripts = isForScripts
        }
    }

    /// The language.
    package let language: Language
    /// The messages by their keys.
    package let all: [String: Message]
    /// The messages of the files for scripts as a module, whose default export has them by the files' names.
    package let module: [UInt8]

    /// Reads the files of one language: objects of texts, of objects, and of plural forms.
    package init(_ files: [File], in language: Language) throws(PageFault) {
        self.language = language
        var module = Array("export default {".utf8)
        var all: [String: Message] = [:]
        for file in files {
            let json: JSON
            do {
                json = try JSON.parse(file.bytes, limits: .file)
            } catch {
                throw PageFault(file.name, "\(error)")
            }
            guard let object = json.objectValue else { throw PageFault(file.name, "expected an object") }
            if file.isForScripts {
                module.append(contentsOf: "\n\"\(file.name)\":".utf8)
                module.append(contentsOf: file.bytes)
                module.append(UInt8(ascii: ","))
            }
            for (key, message) in try Messages.flatten(object, below: file.name, in: language) {
                guard all.updateValue(message, forKey: key) == nil else {
                    throw PageFault(file.name, "the key '\(key)' stands twice")
                }
            }
        }
        self.all = all
        self.module = module + Array("\n};\n".utf8)
    }

    /// The wording of a message that has one; its key where there is none.
    package func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard case .plain(let text) = all[key] else { return key }
        return text.filled(values)
    }

    /// The wording that suits a count, which stands for `{count}` in it; its key where there is none.
    package func text(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
        guard case .plural(let forms) = all[key], let form = forms[PluralForm(count, in: language)] else {
            return key
        }
        var values = values
        values["count"] = count.grouped(in: language)
        return form.filled(values)
    }

    private static func flatten(
        _ object: JSONObject,
        below path: String,
        in language: Language
    ) throws(PageFault) -> [(String, Message)] {
        if let plural = try plural(object, at: path, in: language) { return [(path, plural)] }
        var messages: [(String, Message)] = []
        for member in object.members {
            let key = path + "." + member.name
            if let text = member.value.stringValue {
                messages.append((key, .plain(try message(text, at: key))))
            } else if let inner = member.value.objectValue {
                messages += try flatten(inner, below: key, in: language)
            } else {
                throw PageFault(key, "expected a text or an object")
            }
        }
        return messages
    }

    /// An object is a plural if all its names are forms; then it has all that the language tells apart, and no other.
    private static func plural(
        _ object: JSONObject,
        at key: String,
        in language: Language
    ) throws(PageFault) -> Message? {
        let names = object.members.map(\.name)
        guard !names.isEmpty, names.allSatisfy({ PluralForm(rawValue: $0) != nil }) else { return nil }
        let wanted = PluralForm.all(in: language)
        guard Set(names) == Set(wanted.map(\.rawValue)) else {
            let list = wanted.map(\.rawValue).joined(separator: ", ")
            throw PageFault(key, "a plural in '\(language.rawValue)' has the forms \(list)")
        }
        var forms: [PluralForm: MessageText] = [:]
        for member in object.members {
            guard let form = PluralForm(rawValue: member.name), let text = member.value.stringValue else {
                throw PageFault(key, "expected a text for each form")
            }
            forms[form] = try message(text, at: key)
        }
        return .plural(forms)
    }

    private static func message(_ text: String, at key: String) throws(PageFault) -> MessageText {
        guard let message = MessageText(text, isMarkup: key.hasSuffix("_html")) else {
            throw PageFault(key, "a brace without a partner, or no name between two")
        }
        return message
    }
}
