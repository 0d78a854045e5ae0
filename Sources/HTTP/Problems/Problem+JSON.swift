package import Formats

extension Problem {
    /// The answer that tells a client of the problem.
    package func response(in language: Language, requestID: RequestID?) -> Response {
        var response = Response(.problem, json(in: language, requestID: requestID), status: status)
        response.headers.add(.contentLanguage, HeaderValue(language.rawValue) ?? "pl")
        response.headers.add(.cacheControl, "no-store")
        response.headers.add(contentsOf: headers)
        return response
    }

    private func json(in language: Language, requestID: RequestID?) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("type")
        // A reference is enough (RFC 9457, section 3.1.1): the codes are the same wherever a city serves them.
        json.string(code)
        json.key("title")
        json.string(title[language])
        json.key("status")
        json.integer(status.code)
        json.key("code")
        json.string(code)
        if let detail {
            json.key("detail")
            json.string(detail[language])
        }
        if !errors.isEmpty {
            json.key("errors")
            write(errors, in: language, to: &json)
        }
        for fact in facts {
            json.key(fact.name)
            json.string(fact.value)
        }
        if let requestID {
            json.key("requestId")
            json.string(requestID.text)
        }
        json.endObject()
        return json.bytes
    }

    private func write(_ errors: [FieldError], in language: Language, to json: inout JSONWriter) {
        json.beginArray()
        for error in errors {
            json.beginObject()
            json.key("pointer")
            json.string(error.pointer)
            json.key("code")
            json.string(error.code)
            json.key("detail")
            json.string(error.detail[language])
            json.endObject()
        }
        json.endArray()
    }
}
