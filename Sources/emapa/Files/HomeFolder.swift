import Glibc

/// Where the program finds its migrations, the city's data, the pages and the API's description.
enum HomeFolder {
    /// Walks up from the program's own file to the first folder that holds them all; nil when none does.
    static func find() -> String? {
        guard var folder = programPath() else { return nil }
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            if ["sql", "geodata", "portal", "dispatch", "api"].allSatisfy({
                FileContents.exists("\(folder)/\($0)")
            }) {
                return folder
            }
        }
        return nil
    }

    private static func programPath() -> String? {
        guard let resolved = unsafe realpath("/proc/self/exe", nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
