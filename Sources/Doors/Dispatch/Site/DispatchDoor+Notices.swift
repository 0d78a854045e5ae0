import HTTP
import Pages

/// What a page says after a form was taken: the form leads back to the page with a word, which has a message.
extension DispatchDoor {
    /// Leads back to a page that says what was done.
    func done(_ word: String, at path: String) throws -> Response {
        try site.redirect(to: path + "?" + Query([.init(name: "done", value: word)]).encoded)
    }

    /// The message of the word in a page's address; nothing for a word that none of our forms has written.
    func notice(on page: String, to visit: StaffVisit) -> String {
        guard let word = visit.request.query.first("done"), word.utf8.allSatisfy({ $0.isLetter }) else {
            return ""
        }
        let key = "\(page).done.\(word)"
        let text = visit.words(key)
        return text == key ? "" : text
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
