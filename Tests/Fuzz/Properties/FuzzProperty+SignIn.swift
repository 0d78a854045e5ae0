import Doors
import HTTP
import Reports

extension FuzzProperty {
    /// Whatever stands in headers of cookies, a value that is found is one that was set, and no two at once.
    package static let cookies = FuzzProperty("cookies") { bytes in
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
        let cookies = Cookies(lines)
        for name in ["a", "emapa-staff", "__Host-emapa-staff"] {
            guard let value = cookies[name] else { continue }
            if value.contains(";") { return "a value with a cookie within" }
            if Cookies(["\(name)=\(value)"])[name] != value { return "read again it differs" }
            if Cookies(lines + ["\(name)=x\(value)"])[name] == value { return "one of two values is taken" }
        }
        return nil
    }

    /// Whatever the form of signing in sends, it names what can be an account, and leads to the console.
    package static let signIn = FuzzProperty("signin") { bytes in
        guard let form = try? Form.parse(bytes) else { return nil }
        for item in form.items {
            if let login = StaffLogin(item.value), StaffLogin(login.text) != login { return "a name differs" }
            guard let path = ReturnPath(item.value) else { continue }
            if path.text != "/dispatch", !path.text.hasPrefix("/dispatch/"),
                !path.text.hasPrefix("/dispatch?")
            {
                return "leads elsewhere"
            }
            let isPlain = path.text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
            if !isPlain { return "a character that browsers may see something else in" }
            // What merely begins with dots is a name like any other.
            let segments = path.text.prefix { $0 != "?" }.dropFirst()
                .split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let last = path.text.prefix { $0 != "?" }.split(separator: "/").last ?? ""
            if segments.contains("") || (segments + [last]).contains(where: { [".", ".."].contains($0) }) {
                return "an empty or a leading segment"
            }
            if HeaderValue(path.text) == nil { return "no header can hold it" }
        }
        return nil
    }
}
