extension Target {
    /// The path, escaped again, with its last slash added or taken away, and the query that was sent.
    var otherSlashForm: String {
        var text = ""
        for segment in segments {
            text += "/"
            text += PercentEncoding.text(segment)
        }
        if !trailingSlash { text += "/" }
        return query.items.isEmpty ? text : "\(text)?\(query.encoded)"
    }
}
