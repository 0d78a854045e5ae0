import Territory

/// A city of two districts, two categories and a few units, small enough to break one thing at a time.
enum PlainCity {
    /// The city with these rules, and with other texts for some documents.
    static func documents(rules: [String] = [], _ others: [String: String] = [:]) -> CityDocuments {
        var texts = [
            "city": city, "holidays": holidays, "units": units(), "categories": categories(),
            "routing": routing(rules), "districts": districts, "zones/park": parks,
        ]
        texts.merge(others) { $1 }
        return texts.reduce(CityDocuments(version: 1)) { $0.with($1.key, $1.value) }
    }

    /// A rule of its parts.
    static func rule(
        _ id: String,
        stage: String = "category",
        when conditions: String,
        then consequence: String = #""unit":"A""#,
        _ more: String = ""
    ) -> String {
        """
        {"id":"\(id)","stage":"\(stage)","name":\(text),"why":\(text),"when":{\(conditions)},
        "then":{\(consequence)}\(more)}
        """
    }

    /// `units.json` with some units besides the queue, the own `A` and the external `X`.
    static func units(_ others: String...) -> String {
        let standing = [
            unit("Q", kind: "queue"), unit("A", #","desks":[{"code":"d1","name":\#(text)}]"#),
            unit("X", kind: "external", #","advice":\#(text)"#),
        ]
        return #"{"queue":"Q","units":[\#((standing + others).joined(separator: ","))]}"#
    }

    /// A unit of its parts.
    static func unit(_ code: String, kind: String = "own", _ more: String = "") -> String {
        #"{"code":"\#(code)","kind":"\#(kind)","name":\#(text),"handles":\#(text)\#(more)}"#
    }

    /// `categories.json`, where trees belong to a unit.
    static func categories(treesTo unit: String = "A") -> String {
        """
        {"groups":[{"code":"green","name":\(text)},{"code":"roads","name":\(text)}],"categories":[
        {"code":"tree","group":"green","kind":"intervention","name":\(text),"unit":"\(unit)","questions":[
          {"code":"land","type":"singlevaluelist","question":\(text),
           "values":[{"code":"private","name":\(text)},{"code":"city","name":\(text)}]}]},
        {"code":"hole","group":"roads","kind":"intervention","also":["idea"],"name":\(text),"unit":"A"}]}
        """
    }

    private static let text = #"{"pl":"a","en":"a"}"#
    private static let holidays = #"{"holidays":[{"name":\#(text),"date":"12-25"}]}"#
    private static let city = """
        {"name":\(text),"report_number_prefix":"KCK","tolerance":{"gap_m":30,"outside_m":10},"time_zone":"Europe/Warsaw","attribution":\(text),
        "bounds":[19.9,50,19.92,50.01]}
        """
    private static let districts = Square.collection([
        Square.district(
            "I",
            1,
            Square(west: 19.9, south: 50, east: 19.91, north: 50.01).without(),
            #","official_area_m2":797000"#
        ),
        Square.district(
            "II",
            2,
            Square(west: 19.91, south: 50, east: 19.92, north: 50.01).without(),
            #","official_area_m2":797000"#
        ),
    ])
    private static let parks = Square.collection(
        [("P", ""), ("R", #","reach_m":20"#), ("D", #","use":"display""#)].map { code, more in
            """
            {"type":"Feature","properties":{"code":"\(code)","name":"a","precision_m":5,"source":"a"\(more)},
            "geometry":\(Square(west: 19.9, south: 50, east: 19.91, north: 50.01).without())}
            """
        },
        #","layer":"park","name":\#(text)"#
    )

    private static func routing(_ rules: [String]) -> String {
        """
        {"office_hours":{"days":["mon"],"from":"07:40","until":"15:30"},"rules":[\(rules.joined(separator: ","))]}
        """
    }
}
